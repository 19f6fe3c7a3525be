package org.agentinbox.availability;

import java.time.Clock;
import java.time.Instant;

import org.agentinbox.hours.Schedule;
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
    private AgentSchedules schedules;
    @Inject
    private Deadlines deadlines;
    @Inject
    private Event<AvailabilityChanged> changed;

    /**
     * @param agent locked, and just changed
     * @return what is in force now
     */
    AvailabilityView tell(Agent agent) {
        Instant now = clock.instant();
        Schedule schedule = schedules.of(agent, now);
        AvailabilityView view = agent.view(schedule, now);
        agent.told(schedule, now).ifPresent(until -> deadlines.set(AvailabilityDeadline.KIND, agent.accountId(), until));
        changed.fire(new AvailabilityChanged(view));
        return view;
    }
}
