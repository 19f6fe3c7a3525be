package org.agentinbox.routing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The places of those who wait in the queue, for telling each of them their own. Open to all, since it says nothing of people. */
@Stateless
@PermitAll
public class QueueStatus {

    @Inject
    private WaitingQueue queue;

    /** @return the places of all who wait, in no particular order */
    public List<QueuePlace> all() {
        return queue.isEmpty() ? List.of() : queue.places();
    }

    /**
     * @param visitorId of whom
     * @return where they stand; empty where they do not wait
     */
    public Optional<QueuePlace> of(UUID visitorId) {
        return all().stream().filter(place -> place.visitorId().equals(visitorId)).findFirst();
    }
}
