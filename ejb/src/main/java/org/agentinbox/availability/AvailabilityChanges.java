package org.agentinbox.availability;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.DeadlineHandler;
import org.agentinbox.platform.DeadlineKind;
import org.agentinbox.platform.Deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Tells what is in force after each change, also after those that time alone brings. Works in its caller's transaction. */
@ApplicationScoped
@DeadlineKind(AvailabilityChanges.KIND)
class AvailabilityChanges implements DeadlineHandler {

    static final String KIND = "AVAILABILITY_CHANGE";

    @PersistenceContext
    private EntityManager em;
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
        agent.told(view).ifPresent(until -> deadlines.set(KIND, agent.accountId(), until));
        changed.fire(new AvailabilityChanged(view));
        return view;
    }

    /** A block starts or ends, or midnight passes. What was set for a plan that was changed since finds nothing to tell. */
    @Override
    public Optional<Instant> due(UUID agentId, Instant now) {
        Agent agent = em.find(Agent.class, agentId, LockModeType.PESSIMISTIC_WRITE);
        if (agent != null && !agent.isTold(now)) {
            tell(agent);
        }
        return Optional.empty();
    }
}
