package org.agentinbox.conversation;

import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.append.AuthorKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

/** Moves the marks of what was read: forward only, never past the last message, in one statement each. */
@ApplicationScoped
class ReadMarks {

    private static final String READ = "LEAST(:seq, (SELECT COALESCE(MAX(m.seq), 0) FROM message m WHERE m.conversation_id = :id))";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Event<ReadMarkMoved> moved;

    @Transactional
    void visitorRead(UUID visitorId, int seq) {
        move(em.createNativeQuery("UPDATE conversation SET visitor_read_seq = " + READ + " WHERE id = (SELECT l.id FROM conversation l "
            + "WHERE l.visitor_id = :reader ORDER BY l.id DESC LIMIT 1) AND visitor_read_seq < " + READ
            + " RETURNING id, visitor_id, agent_id, visitor_read_seq"), AuthorKind.VISITOR, visitorId, seq);
    }

    @Transactional
    void agentRead(UUID agentId, UUID conversationId, int seq) {
        move(em.createNativeQuery("UPDATE conversation SET agent_read_seq = " + READ + " WHERE id = :id AND agent_id = :reader "
            + "AND agent_read_seq < " + READ + " RETURNING id, visitor_id, agent_id, agent_read_seq")
            .setParameter("id", conversationId), AuthorKind.AGENT, agentId, seq);
    }

    private void move(Query update, AuthorKind reader, UUID readerId, int seq) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = update.setParameter("seq", seq).setParameter("reader", readerId).getResultList();
        rows.forEach(row -> moved.fire(
            new ReadMarkMoved((UUID) row[0], (UUID) row[1], (UUID) row[2], reader, ((Number) row[3]).intValue())));
    }
}
