package org.agentinbox.conversation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.conversation.wrapup.ChoiceKind;
import org.agentinbox.platform.ArrayLiteral;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.StandardBasicTypes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** Counts chats by what came of them. Works in its caller's transaction, and checks no permission: its callers do. */
@ApplicationScoped
public class WrapUpCounts {

    private static final String OUTCOMES = """
        SELECT w.outcome_id AS id, count(*) AS chats FROM conversation c LEFT JOIN wrap_up w ON w.conversation_id = c.id
            WHERE c.state = 'ENDED' AND c.ended_at >= :since AND c.ended_at < :until
            AND (CAST(:agents AS uuid[]) IS NULL OR c.agent_id = ANY (CAST(:agents AS uuid[]))) GROUP BY w.outcome_id
        """;
    private static final String TAGS = """
        SELECT w.tag_id AS id, count(*) AS chats FROM conversation c JOIN wrap_up_tag w ON w.conversation_id = c.id
            WHERE c.state = 'ENDED' AND c.ended_at >= :since AND c.ended_at < :until
            AND (CAST(:agents AS uuid[]) IS NULL OR c.agent_id = ANY (CAST(:agents AS uuid[]))) GROUP BY w.tag_id
        """;
    private static final String NAMED = """
        SELECT o.id, o.name, o.name_ko AS korean, COALESCE(n.chats, 0) AS chats, o.removed_at IS NOT NULL AS removed FROM (%s) n
            FULL JOIN (SELECT * FROM wrap_up_choice WHERE kind = :kind) o ON o.id = n.id
            WHERE n.id IS NOT NULL OR o.id IS NULL OR o.removed_at IS NULL
            ORDER BY o.id IS NULL, o.removed_at IS NOT NULL, o.position, o.id
        """;

    @PersistenceContext
    private EntityManager em;

    /**
     * How many chats have an outcome or a tag.
     *
     * @param id null with the names: chats without an outcome
     * @param nameKo null where it has no Korean name
     * @param removed whether it is on its list no more
     */
    public record Count(UUID id, String name, String nameKo, boolean removed, long chats) {}

    /**
     * @param kind of what is counted
     * @param from counts chats that ended then or later
     * @param until counts chats that ended before
     * @param agentsOrNull one of whom had them at the end; null for all
     * @return all of the list in its order, those with no chat too; then those that were removed and have chats; for outcomes at the end
     *     the chats without one, where there are any
     */
    public List<Count> of(ChoiceKind kind, Instant from, Instant until, Set<UUID> agentsOrNull) {
        List<Count> counts = new ArrayList<>();
        List<?> rows = em.createNativeQuery(NAMED.formatted(kind == ChoiceKind.OUTCOME ? OUTCOMES : TAGS), Tuple.class)
            .setParameter("kind", kind.name()).setParameter("since", from).setParameter("until", until)
            .setParameter("agents",
                new TypedParameterValue<>(StandardBasicTypes.STRING, agentsOrNull == null ? null : ArrayLiteral.of(agentsOrNull)))
            .getResultList();
        rows.forEach(row -> counts.add(count((Tuple) row)));
        return counts;
    }

    private static Count count(Tuple row) {
        return new Count(row.get("id", UUID.class), row.get("name", String.class), row.get("korean", String.class),
            Boolean.TRUE.equals(row.get("removed", Boolean.class)), row.get("chats", Number.class).longValue());
    }
}
