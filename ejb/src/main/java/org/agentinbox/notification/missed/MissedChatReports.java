package org.agentinbox.notification.missed;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.conversation.ConversationVisitors.FirstLine;
import org.agentinbox.mail.Recipient;
import org.agentinbox.mail.Recipients;
import org.agentinbox.routing.OfferState;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Collects the contents of the email about a missed chat, and its recipients. Works in its caller's transaction. */
@ApplicationScoped
class MissedChatReports {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private Recipients recipients;

    MissedChatReport of(UUID conversationId) {
        Object[] chat = (Object[]) em
            .createNativeQuery("SELECT requested_at, end_reason IS NOT NULL FROM conversation WHERE id = :id", Object[].class)
            .setParameter("id", conversationId).getSingleResult();
        return new MissedChatReport(conversationId, (Instant) chat[0], visitors.view(conversationId),
            visitors.firstLine(conversationId).map(FirstLine::text).orElse(null), (Boolean) chat[1], offers(conversationId),
            skipped(conversationId));
    }

    private List<MissedChatReport.Offered> offers(UUID conversationId) {
        return rows("""
            SELECT o.agent_id, a.display_name, o.state FROM offer o JOIN account a ON a.id = o.agent_id
            WHERE o.conversation_id = :id ORDER BY o.offered_at
            """, conversationId).stream()
            .map(row -> new MissedChatReport.Offered((UUID) row[0], (String) row[1], OfferState.valueOf((String) row[2]))).toList();
    }

    private Map<String, Integer> skipped(UUID conversationId) {
        Map<String, Integer> skipped = new LinkedHashMap<>();
        rows("""
            SELECT looked ->> 'verdict' AS verdict, count(*)
            FROM (SELECT candidates, chosen_agent_id FROM routing_decision WHERE conversation_id = :id ORDER BY id DESC LIMIT 1) latest,
                jsonb_array_elements(latest.candidates) looked
            WHERE latest.chosen_agent_id IS NULL GROUP BY 1 ORDER BY 1
            """, conversationId).forEach(row -> skipped.put((String) row[0], ((Number) row[1]).intValue()));
        return skipped;
    }

    /** The agents who could have accepted it, and the sales admins, as far as they have an email address. */
    List<Recipient> recipients(MissedChatReport report) {
        return recipients.ofFailure(
            report.offers().stream().filter(MissedChatReport.Offered::hadTheChoice).map(MissedChatReport.Offered::agentId).toList());
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, UUID conversationId) {
        return em.createNativeQuery(sql).setParameter("id", conversationId).getResultList();
    }
}
