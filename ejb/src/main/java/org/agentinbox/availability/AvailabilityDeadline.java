package org.agentinbox.availability;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Publishes changes of availability that time alone brings: a block starts or ends, or midnight passes. */
@ApplicationScoped
@DeadlineKind(AvailabilityDeadline.KIND)
class AvailabilityDeadline implements DeadlineHandler {

    static final String KIND = "AVAILABILITY_CHANGE";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private AvailabilityPublisher publisher;

    /** A deadline that was set for earlier hours or an earlier switch publishes nothing. */
    @Override
    public Optional<Instant> due(UUID agentId, Instant now) {
        Agent agent = em.find(Agent.class, agentId, LockModeType.PESSIMISTIC_WRITE);
        if (agent != null && !agent.isTold(now)) {
            publisher.tell(agent);
        }
        return Optional.empty();
    }
}
