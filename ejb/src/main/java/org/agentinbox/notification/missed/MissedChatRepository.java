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
 * The chats that agents missed: their lapsed offers of the past 90 days. A lapsed transfer is no missed chat. Works in its caller's
 * transaction.
 */
@ApplicationScoped
class MissedChatRepository {

    private static final Duration SHOWN = Duration.ofDays(90);
    private static final int MOST = 50;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private ConversationVisitors visitors;

    /** Newest first. */
    List<MissedChat> latest(UUID agentId) {
        @SuppressWarnings("unchecked")
        List<Tuple> rows = query("""
            SELECT o.conversation_id, v.name, v.email, o.answered_at, taker.display_name AS taker, o.answered_at <= s.seen_at AS seen
            FROM offer o JOIN conversation c ON c.id = o.conversation_id JOIN visitor v ON v.id = c.visitor_id
                LEFT JOIN account taker ON taker.id = c.agent_id LEFT JOIN missed_seen s ON s.agent_id = o.agent_id
            WHERE o.agent_id = :agent AND o.state = 'LAPSED' AND o.kind = 'REQUEST' AND o.answered_at > :since
            ORDER BY o.answered_at DESC, o.id DESC
            """, agentId).setMaxResults(MOST).getResultList();
        Map<UUID, FirstLine> firstLines = visitors.firstLines(rows.stream().map(row -> row.get("conversation_id", UUID.class)).toList());
        return rows.stream().map(row -> missed(row, firstLines.get(row.get("conversation_id", UUID.class)))).toList();
    }

    private static MissedChat missed(Tuple row, FirstLine firstLineOrNull) {
        return new MissedChat(row.get("conversation_id", UUID.class), row.get("name", String.class), row.get("email", String.class),
            firstLineOrNull == null ? null : firstLineOrNull.text(), row.get("answered_at", Instant.class), row.get("taker", String.class),
            Boolean.TRUE.equals(row.get("seen", Boolean.class)));
    }

    int unseen(UUID agentId) {
        Tuple row = (Tuple) query("""
            SELECT count(*) AS unseen FROM offer o LEFT JOIN missed_seen s ON s.agent_id = o.agent_id
            WHERE o.agent_id = :agent AND o.state = 'LAPSED' AND o.kind = 'REQUEST' AND o.answered_at > :since AND (s.seen_at IS NULL OR \
            o.answered_at > s.seen_at)
            """, agentId).getSingleResult();
        return row.get("unseen", Long.class).intValue();
    }

    private Query query(String sql, UUID agentId) {
        return em.createNativeQuery(sql, Tuple.class).setParameter("agent", agentId).setParameter("since", clock.instant().minus(SHOWN));
    }

    /** Marks as seen what was missed up to an instant; an earlier instant changes nothing. */
    void see(UUID agentId, Instant upTo) {
        em.createNativeQuery("""
            INSERT INTO missed_seen (agent_id, seen_at) SELECT account_id, :upTo FROM agent WHERE account_id = :agent
            ON CONFLICT (agent_id) DO UPDATE SET seen_at = GREATEST(missed_seen.seen_at, excluded.seen_at)
            """).setParameter("agent", agentId).setParameter("upTo", upTo).executeUpdate();
    }
}
