package org.agentinbox.availability;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** The agents' switches, for features that switch them on their behalf. Works in its caller's transaction. */
@ApplicationScoped
public class AgentSwitches {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private AgentSchedules schedules;
    @Inject
    private AvailabilityPublisher publisher;

    /**
     * Locks the agent until the transaction ends, so that nobody switches meanwhile.
     *
     * @return when the agent was last switched; empty where never
     */
    public Optional<Instant> lockedSince(UUID agentId) {
        return em.find(Agent.class, agentId, LockModeType.PESSIMISTIC_WRITE).switchedAt();
    }

    /** Switches an agent who is available to unavailable, told as what it is. Others stay as they are. */
    public void away(UUID agentId) {
        Agent agent = em.find(Agent.class, agentId, LockModeType.PESSIMISTIC_WRITE);
        Instant now = clock.instant();
        if (agent.view(schedules.of(agent, now), now).available()) {
            agent.goAway(now);
            publisher.tell(agent);
        }
    }
}
