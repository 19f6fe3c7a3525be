package org.agentinbox.routing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.agentinbox.conversation.Page;
import org.agentinbox.platform.PageCursor;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** The requests, newest first. Works in its caller's transaction. */
@ApplicationScoped
class RequestList {

    static final int PAGE = 50;
    private static final String OUTCOME = """
        CASE WHEN c.accepted_at IS NOT NULL THEN 'CONNECTED' WHEN c.state = 'WAITING' THEN 'WAITING'
            WHEN c.end_reason IS NOT NULL THEN 'LEFT' ELSE 'MISSED' END""";
    private static final String ROWS = "SELECT c.id, c.requested_at, r.entry_key, v.name, v.email, " + OUTCOME + """
         AS outcome, a.display_name AS agent
        FROM conversation c JOIN visitor v ON v.id = c.visitor_id LEFT JOIN chat_request r ON r.conversation_id = c.id
            LEFT JOIN account a ON a.id = c.agent_id
        WHERE true""";

    @PersistenceContext
    private EntityManager em;

    @SuppressWarnings("unchecked")
    Page<RequestView> page(RequestFilter filter, String afterOrNull) {
        StringBuilder sql = new StringBuilder(ROWS);
        Map<String, Object> values = new LinkedHashMap<>();
        add(sql, values, "AND coalesce(r.entry_key, 'default') = :entry", "entry", filter.entry());
        add(sql, values, "AND " + OUTCOME + " = :outcome", "outcome", filter.outcome() == null ? null : filter.outcome().name());
        add(sql, values, "AND EXISTS (SELECT FROM offer o WHERE o.conversation_id = c.id AND o.agent_id = :agent)", "agent",
            filter.agentId());
        add(sql, values, "AND c.requested_at >= :from", "from", filter.from());
        add(sql, values, "AND c.requested_at < :until", "until", filter.until());
        add(sql, values, "AND strpos(lower(concat_ws(' ', v.name, v.email)), :visitor) > 0", "visitor",
            filter.visitor() == null ? null : filter.visitor().toLowerCase(Locale.ROOT));
        if (afterOrNull != null) {
            // Ids count up with time.
            add(sql, values, "AND c.id < :after", "after", PageCursor.parse(afterOrNull).id());
        }
        Query query = em.createNativeQuery(sql + " ORDER BY c.id DESC", Tuple.class).setMaxResults(PAGE + 1);
        values.forEach(query::setParameter);
        List<RequestView> found = ((List<Tuple>) query.getResultList()).stream().map(RequestList::view).toList();
        return Page.of(found, PAGE, request -> new PageCursor(request.requestedAt(), request.conversationId()).toString());
    }

    private static void add(StringBuilder sql, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            sql.append(' ').append(condition);
            values.put(name, value);
        }
    }

    private static RequestView view(Tuple row) {
        return new RequestView(row.get("id", UUID.class), row.get("requested_at", Instant.class), row.get("entry_key", String.class),
            row.get("name", String.class), row.get("email", String.class), RequestOutcome.valueOf(row.get("outcome", String.class)),
            row.get("agent", String.class));
    }

    /** @throws RefusedException {@link Refusal#NOT_FOUND} where there is no such request */
    <T> T existing(UUID conversationId, Function<UUID, T> found) {
        if (em.createNativeQuery("SELECT 1 FROM conversation WHERE id = :id").setParameter("id", conversationId).getResultList()
            .isEmpty()) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such request.");
        }
        return found.apply(conversationId);
    }
}
