package org.agentinbox.notification;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.conversation.ConversationVisitors.FirstLine;
import org.agentinbox.routing.OfferState;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Gathers what there is to say of a missed chat, and who is told. Works in its caller's transaction. */
@ApplicationScoped
class MissedReports {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private MailReaders readers;

    MissedReport of(UUID conversationId) {
        Object[] chat = (Object[]) em.createNativeQuery("SELECT requested_at, end_reason IS NOT NULL FROM conversation WHERE id = :id", Object[].class)
            .setParameter("id", conversationId).getSingleResult();
        return new MissedReport(conversationId, (Instant) chat[0], visitors.view(conversationId),
            visitors.firstLine(conversationId).map(FirstLine::text).orElse(null), (Boolean) chat[1], offers(conversationId), skipped(conversationId));
    }

    private List<MissedReport.Offered> offers(UUID conversationId) {
        return rows("""
            SELECT o.agent_id, a.display_name, o.state FROM offer o JOIN account a ON a.id = o.agent_id
            WHERE o.conversation_id = :id ORDER BY o.offered_at
            """, conversationId).stream()
            .map(row -> new MissedReport.Offered((UUID) row[0], (String) row[1], OfferState.valueOf((String) row[2]))).toList();
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

    /** Those who had the choice to take it, and the sales admins; whoever has no address cannot be told. */
    List<MailReader> readers(MissedReport report) {
        return readers.ofFailure(report.offers().stream().filter(MissedReport.Offered::hadTheChoice).map(MissedReport.Offered::agentId).toList());
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, UUID conversationId) {
        return em.createNativeQuery(sql).setParameter("id", conversationId).getResultList();
    }
}
