package org.agentinbox.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.availability.AvailabilityChanged;
import org.agentinbox.availability.AvailabilityView;
import org.agentinbox.availability.Candidates;
import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;
import org.agentinbox.platform.deadline.Deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Passes on the pending offers of an agent who became unavailable. It does so within a second and in a transaction of its own: whoever
 * changes an agent's availability holds that agent's lock, and the conversation's lock must be taken before it.
 */
@ApplicationScoped
@DeadlineKind(OfferPassOn.KIND)
class OfferPassOn implements DeadlineHandler {

    static final String KIND = "OFFER_PASS_ON";

    @Inject
    private Clock clock;
    @Inject
    private Deadlines deadlines;
    @Inject
    private Candidates candidates;
    @Inject
    private Offers offers;
    @Inject
    private PendingOffers pending;

    void availabilityChanged(@Observes AvailabilityChanged change) {
        AvailabilityView view = change.availability();
        if (!view.available() && !pending.of(view.agentId()).isEmpty()) {
            deadlines.set(KIND, view.agentId(), clock.instant());
        }
    }

    /** Handles one offer in each transaction: a second one would take a conversation's lock after an agent's. */
    @Override
    public Optional<Instant> due(UUID agentId, Instant now) {
        List<OfferView> waiting = candidates.isAvailable(agentId) ? List.of() : pending.of(agentId);
        waiting.stream().findFirst().map(OfferView::offerId).ifPresent(offers::passOn);
        return waiting.size() > 1 ? Optional.of(now) : Optional.empty();
    }
}
