package org.agentinbox.notification.missed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.conversation.ConversationVisitors.FirstLine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/**
 * The chats that agents missed in the past 90 days: their lapsed offers, and what was meant for a team of theirs and nobody took. Who
 * declined
 * a chat knows of it, and a lapsed transfer is no missed chat. Works in its caller's transaction.
 */
@ApplicationScoped
class MissedChatRepository {

    private static final Duration SHOWN = Duration.ofDays(90);
    /** A message that is left later than this after its chat was missed is shown, but does not make it new again. */
    private static final Duration LEFT_WITHIN = Duration.ofDays(1);
    private static final int MOST = 50;
    private static final String MINE = """
        SELECT o.conversation_id, GREATEST(o.answered_at, m.left_at) AS missed_at, CAST(NULL AS uuid) AS team_id
        FROM offer o LEFT JOIN missed_request m ON m.conversation_id = o.conversation_id
        WHERE o.agent_id = :agent AND o.state = 'LAPSED' AND o.kind = 'REQUEST' AND o.answered_at > :since
        UNION ALL
        SELECT c.id, GREATEST(c.ended_at, m.left_at), r.team_id
        FROM conversation c JOIN chat_request r ON r.conversation_id = c.id
            JOIN team_member t ON t.team_id = r.team_id AND t.agent_id = :agent LEFT JOIN missed_request m ON m.conversation_id = c.id
        WHERE c.state = 'MISSED' AND c.ended_at > :since AND NOT EXISTS (SELECT FROM offer o WHERE o.conversation_id = c.id
            AND o.agent_id = :agent AND o.state IN ('LAPSED', 'DECLINED'))
        """;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private ConversationVisitors visitors;

    /** Newest first. */
    List<MissedChat> latest(UUID agentId) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query("SELECT mine.conversation_id, v.name, coalesce(m.email, v.email) AS email, m.text, mine.missed_at, "
            + "taker.display_name AS taker, team.name AS team, mine.missed_at <= s.seen_at AS seen FROM (" + MINE + """
            ) mine JOIN conversation c ON c.id = mine.conversation_id JOIN visitor v ON v.id = c.visitor_id
                LEFT JOIN missed_request m ON m.conversation_id = c.id LEFT JOIN team ON team.id = mine.team_id
                LEFT JOIN account taker ON taker.id = c.agent_id LEFT JOIN missed_seen s ON s.agent_id = :agent
            ORDER BY mine.missed_at DESC, c.id DESC
            """, agentId, clock.instant().minus(SHOWN)).setMaxResults(MOST).getResultList();
        Map<UUID, FirstLine> firstLines = visitors.firstLines(rows.stream().map(row -> row.get("conversation_id", UUID.class)).toList());
        return rows.stream().map(row -> missed(row, firstLines.get(row.get("conversation_id", UUID.class)))).toList();
    }

    private static MissedChat missed(Tuple row, FirstLine firstLineOrNull) {
        return new MissedChat(row.get("conversation_id", UUID.class), row.get("name", String.class), row.get("email", String.class),
            firstLineOrNull == null ? null : firstLineOrNull.text(), row.get("text", String.class), row.get("missed_at", Instant.class),
            row.get("taker", String.class), row.get("team", String.class), Boolean.TRUE.equals(row.get("seen", Boolean.class)));
    }

    int unseen(UUID agentId) {
        Instant seen = seenUpTo(agentId);
        Instant since = clock.instant().minus(SHOWN);
        Instant looked = seen.minus(LEFT_WITHIN);
        Tuple row = (Tuple) query("SELECT count(*) AS unseen FROM (" + MINE + ") mine WHERE mine.missed_at > :seen", agentId,
            looked.isAfter(since) ? looked : since).setParameter("seen", seen).getSingleResult();
        return row.get("unseen", Long.class).intValue();
    }

    private Instant seenUpTo(UUID agentId) {
        List<?> rows = em.createNativeQuery("SELECT seen_at FROM missed_seen WHERE agent_id = :agent", Instant.class)
            .setParameter("agent", agentId).getResultList();
        return rows.isEmpty() ? Instant.EPOCH : (Instant) rows.get(0);
    }

    private Query query(String sql, UUID agentId, Instant since) {
        return em.createNativeQuery(sql, Tuple.class).setParameter("agent", agentId).setParameter("since", since);
    }

    /** Who did not answer the offer of a chat in time. */
    List<UUID> whoLetLapse(UUID conversationId) {
        return agents("SELECT agent_id FROM offer WHERE conversation_id = :id AND state = 'LAPSED' AND kind = 'REQUEST'", conversationId);
    }

    /** The team for which a chat was meant, without those who let it lapse or declined it. */
    List<UUID> team(UUID conversationId) {
        return agents("""
            SELECT t.agent_id FROM chat_request r JOIN team_member t ON t.team_id = r.team_id
            WHERE r.conversation_id = :id AND NOT EXISTS (SELECT FROM offer o WHERE o.conversation_id = :id AND o.agent_id = t.agent_id
                AND o.state IN ('LAPSED', 'DECLINED'))
            """, conversationId);
    }

    @SuppressWarnings("unchecked")
    private List<UUID> agents(String sql, UUID conversationId) {
        return em.createNativeQuery(sql, UUID.class).setParameter("id", conversationId).getResultList();
    }

    /** Marks as seen what was missed up to an instant; an earlier instant changes nothing. */
    void see(UUID agentId, Instant upTo) {
        em.createNativeQuery("""
            INSERT INTO missed_seen (agent_id, seen_at) SELECT account_id, :upTo FROM agent WHERE account_id = :agent
            ON CONFLICT (agent_id) DO UPDATE SET seen_at = GREATEST(missed_seen.seen_at, excluded.seen_at)
            """).setParameter("agent", agentId).setParameter("upTo", upTo).executeUpdate();
    }
}
