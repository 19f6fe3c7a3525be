package org.agentinbox.availability;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** The caller's own availability. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class AvailabilityService {

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private AgentSchedules schedules;
    @Inject
    private AvailabilityPublisher publisher;

    /** @return the caller's availability now */
    public AvailabilityView mine() {
        Agent agent = agent(LockModeType.NONE);
        Instant now = clock.instant();
        return agent.view(schedules.of(agent, now), now);
    }

    /**
     * Sets the caller's switch, which holds for a while: see {@link AvailabilityOverride}. It concerns new chats only; active chats go on
     * (ear/src/docs/rules.md#availability).
     *
     * @param available whether new chats may be offered
     * @return what is in force now
     */
    public AvailabilityView set(boolean available) {
        Agent agent = agent(LockModeType.PESSIMISTIC_WRITE);
        agent.switchTo(available, clock.instant());
        return publisher.tell(agent);
    }

    private Agent agent(LockModeType lock) {
        UUID me = Caller.account(context);
        Agent agent = em.find(Agent.class, me, lock);
        if (agent == null || !agent.takesChats()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "This account takes no live chats.");
        }
        return agent;
    }
}
