package org.agentinbox.meeting;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Which calendars the visitor of a conversation may book. Works in its caller's transaction. */
@ApplicationScoped
class CalendarShares {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    void add(UUID conversationId, UUID agentId) {
        em.createNativeQuery(
            "INSERT INTO calendar_share (conversation_id, agent_id, shared_at) VALUES (:conversation, :agent, :now) ON CONFLICT DO NOTHING")
            .setParameter("conversation", conversationId).setParameter("agent", agentId).setParameter("now", clock.instant())
            .executeUpdate();
    }
}
