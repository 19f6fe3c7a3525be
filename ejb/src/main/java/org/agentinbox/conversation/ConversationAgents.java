package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Keeps which agents had a conversation, one after the other, and since when. Works in its caller's transaction. */
@ApplicationScoped
class ConversationAgents {

    @PersistenceContext
    private EntityManager em;

    /**
     * From now on an agent has the conversation, and whoever had it before has it no more.
     *
     * @param conversationId locked, or created by this transaction
     */
    void begin(UUID conversationId, UUID agentId, Instant since) {
        em.createNativeQuery("INSERT INTO conversation_agent (conversation_id, place, agent_id, since) "
            + "SELECT CAST(:id AS uuid), 1 + COALESCE(max(a.place), 0), CAST(:agent AS uuid), CAST(:since AS timestamptz) "
            + "FROM conversation_agent a WHERE a.conversation_id = :id")
            .setParameter("id", conversationId).setParameter("agent", agentId).setParameter("since", since).executeUpdate();
    }
}
