package org.agentinbox.availability;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.DeadlineHandler;
import org.agentinbox.platform.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Time alone changes an agent's availability: a block starts or ends, or midnight passes. */
@ApplicationScoped
@DeadlineKind(AvailabilityChange.KIND)
class AvailabilityChange implements DeadlineHandler {

    static final String KIND = "AVAILABILITY_CHANGE";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private AvailabilityChanges changes;

    /** What was set for hours or a switch that were changed since finds nothing to tell. */
    @Override
    public Optional<Instant> due(UUID agentId, Instant now) {
        Agent agent = em.find(Agent.class, agentId, LockModeType.PESSIMISTIC_WRITE);
        if (agent != null && !agent.isTold(now)) {
            changes.tell(agent);
        }
        return Optional.empty();
    }
}
