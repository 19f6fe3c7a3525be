package org.agentinbox.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.deadline.Deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Stores that a visitor did not get the slot they wanted. Unless they book another one within {@link #PATIENCE}, the agent and the sales
 * admins are told by email.
 */
@ApplicationScoped
class BookingFailures {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Deadlines deadlines;

    /**
     * Has a transaction of its own, because that of the booking was rolled back. One failure is stored for each conversation and agent,
     * however often the visitor tries.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(UUID visitorId, BookingRequest request) {
        Instant now = clock.instant();
        UUID id = Ids.next(now);
        int added = em.createNativeQuery("""
            INSERT INTO booking_failure (id, conversation_id, agent_id, visitor_id, starts_at, failed_at)
            VALUES (:id, :conversation, :agent, :visitor, :start, :now) ON CONFLICT DO NOTHING
            """).setParameter("id", id).setParameter("conversation", request.conversationId()).setParameter("agent", request.agentId())
            .setParameter("visitor", visitorId).setParameter("start", request.start()).setParameter("now", now).executeUpdate();
        if (added > 0) {
            deadlines.set(BookingFailedMail.KIND, id, now.plus(PATIENCE));
        }
    }
}
