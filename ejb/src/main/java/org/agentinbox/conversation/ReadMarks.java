package org.agentinbox.conversation;

import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.append.AuthorKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Moves read marks, each in one statement: forward only, and never past the last message. */
@ApplicationScoped
class ReadMarks {

    private static final String READ = "LEAST(:seq, (SELECT COALESCE(MAX(m.seq), 0) FROM message m WHERE m.conversation_id = :id))";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Event<ReadMarkMoved> moved;

    /** Moves the mark of the visitor's latest conversation; nothing happens where there is none. */
    @Transactional
    void visitorRead(UUID visitorId, int seq) {
        List<?> latest = em
            .createNativeQuery("SELECT id FROM conversation WHERE visitor_id = :visitor ORDER BY id DESC LIMIT 1", UUID.class)
            .setParameter("visitor", visitorId).getResultList();
        latest.forEach(id -> move("UPDATE conversation SET visitor_read_seq = " + READ + " WHERE id = :id AND visitor_id = :reader "
            + "AND visitor_read_seq < " + READ + " RETURNING visitor_id, agent_id, visitor_read_seq",
            AuthorKind.VISITOR, visitorId, (UUID) id, seq));
    }

    @Transactional
    void agentRead(UUID agentId, UUID conversationId, int seq) {
        move("UPDATE conversation SET agent_read_seq = " + READ + " WHERE id = :id AND agent_id = :reader "
            + "AND agent_read_seq < " + READ + " RETURNING visitor_id, agent_id, agent_read_seq",
            AuthorKind.AGENT, agentId, conversationId, seq);
    }

    private void move(String sql, AuthorKind reader, UUID readerId, UUID conversationId, int seq) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery(sql)
            .setParameter("seq", seq).setParameter("id", conversationId).setParameter("reader", readerId).getResultList();
        rows.forEach(row -> moved.fire(
            new ReadMarkMoved(conversationId, (UUID) row[0], (UUID) row[1], reader, ((Number) row[2]).intValue())));
    }
}
