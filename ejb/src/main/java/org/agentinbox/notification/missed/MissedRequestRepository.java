package org.agentinbox.notification.missed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.conversation.ConversationVisitors.FirstLine;
import org.agentinbox.conversation.Page;
import org.agentinbox.platform.PageCursor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** Finds chats that nobody took. Works in its caller's transaction. */
@ApplicationScoped
class MissedRequestRepository {

    static final int PAGE = 50;
    private static final String ROWS = """
        SELECT c.id, c.requested_at, r.entry_key, v.name, coalesce(m.email, v.email) AS email, v.phone, m.text, m.left_at,
            c.end_reason IS NOT NULL AS visitor_left, a.display_name AS seen_to_by, m.seen_to_at
        FROM conversation c JOIN visitor v ON v.id = c.visitor_id LEFT JOIN chat_request r ON r.conversation_id = c.id
            LEFT JOIN missed_request m ON m.conversation_id = c.id LEFT JOIN account a ON a.id = m.seen_to_by
        WHERE c.state = 'MISSED'
        """;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private ConversationVisitors visitors;

    @SuppressWarnings("unchecked")
    Page<MissedRequestView> page(boolean openOnly, String afterOrNull) {
        // Ids count up with time.
        Query query = em.createNativeQuery(ROWS + (openOnly ? " AND m.seen_to_at IS NULL" : "") + (afterOrNull == null ? "" : " AND c.id < "
            + ":after") + " ORDER BY c.id DESC", Tuple.class).setMaxResults(PAGE + 1);
        if (afterOrNull != null) {
            query.setParameter("after", PageCursor.parse(afterOrNull).id());
        }
        List<Tuple> rows = query.getResultList();
        Map<UUID, FirstLine> firstLines = visitors.firstLines(rows.stream().map(row -> row.get("id", UUID.class)).toList());
        List<MissedRequestView> found = rows.stream().map(row -> view(row, firstLines.get(row.get("id", UUID.class)))).toList();
        return Page.of(found, PAGE, request -> new PageCursor(request.requestedAt(), request.conversationId()).toString());
    }

    private static MissedRequestView view(Tuple row, FirstLine firstOrNull) {
        return new MissedRequestView(row.get("id", UUID.class), row.get("requested_at", Instant.class), row.get("entry_key", String.class),
            row.get("name", String.class), row.get("email", String.class), row.get("phone", String.class),
            firstOrNull == null ? null : firstOrNull.text(), row.get("text", String.class), row.get("visitor_left", Boolean.class),
            row.get("seen_to_by", String.class), row.get("seen_to_at", Instant.class));
    }

    /** Whether nobody took a chat; the visitor did not end it. */
    boolean fellBack(UUID conversationId) {
        return !em.createNativeQuery("SELECT 1 FROM conversation WHERE id = :id AND state = 'MISSED' AND end_reason IS NULL")
            .setParameter("id", conversationId).getResultList().isEmpty();
    }

    boolean isMissed(UUID conversationId) {
        return !em.createNativeQuery("SELECT 1 FROM conversation WHERE id = :id AND state = 'MISSED'").setParameter("id", conversationId)
            .getResultList().isEmpty();
    }

    /** The row, made where there is none, locked until the transaction ends. */
    MissedRequest lock(UUID conversationId) {
        em.createNativeQuery("INSERT INTO missed_request (conversation_id) VALUES (:id) ON CONFLICT DO NOTHING")
            .setParameter("id", conversationId).executeUpdate();
        em.createNativeQuery("SELECT 1 FROM missed_request WHERE conversation_id = :id FOR UPDATE").setParameter("id", conversationId)
            .getResultList();
        MissedRequest request = em.find(MissedRequest.class, conversationId);
        em.refresh(request);
        return request;
    }
}
