package org.agentinbox.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The availability of agents as it was computed last, since that takes far longer than to read whether it still holds: until it ends by
 * itself, and only for the same {@link StoredAvailability.Basis}, which whoever asks has read just now. So nothing has to be told to other
 * nodes. Each is forgotten after a minute.
 */
@ApplicationScoped
class KnownAvailability {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Map<UUID, Known> all = new ConcurrentHashMap<>();

    /** What was computed at an instant, and the first instant for which it has to be computed anew. */
    private record Known(StoredAvailability.Basis basis, Instant at, Instant until, AvailabilityView view) {}

    Optional<AvailabilityView> of(StoredAvailability agent, Instant now) {
        return Optional.ofNullable(all.get(agent.agentId()))
            .filter(known -> known.basis.equals(agent.basis()) && !now.isBefore(known.at) && now.isBefore(known.until)).map(Known::view);
    }

    /**
     * @param availability computed of what was stored while the basis was the same
     * @param changes when it next changes by itself
     */
    void keep(StoredAvailability agent, Availability availability, Optional<Instant> changes, Instant now) {
        Instant until = changes.filter(now.plus(KEPT)::isAfter).orElse(now.plus(KEPT));
        all.put(agent.agentId(), new Known(agent.basis(), now, until, AvailabilityView.of(agent.agentId(), availability)));
    }
}
