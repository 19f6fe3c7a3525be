package org.agentinbox.availability;

import java.time.Clock;

import org.agentinbox.platform.deadline.Deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Publishes an agent's availability after each change, and sets the deadline for the next change that time alone brings. Works in its
 * caller's transaction.
 */
@ApplicationScoped
class AvailabilityPublisher {

    @Inject
    private Clock clock;
    @Inject
    private Deadlines deadlines;
    @Inject
    private Event<AvailabilityChanged> changed;

    /**
     * @param agent locked, and just changed
     * @return what is in force now
     */
    AvailabilityView tell(Agent agent) {
        AvailabilityView view = agent.view(clock.instant());
        agent.told(view).ifPresent(until -> deadlines.set(AvailabilityDeadline.KIND, agent.accountId(), until));
        changed.fire(new AvailabilityChanged(view));
        return view;
    }
}
