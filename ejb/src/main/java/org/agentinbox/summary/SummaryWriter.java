package org.agentinbox.summary;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.api.Turn;
import org.agentinbox.summary.builtin.BuiltInSummariser;
import org.agentinbox.summary.builtin.Dialogue;
import org.agentinbox.summary.endpoint.Endpoint;
import org.agentinbox.summary.topic.TopicCache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Writes the summary of a stored conversation, with the topics that the administrators keep. What is not a message to the visitor is not read.
 * Never waits for the endpoint; what that wrote already of the same messages goes before the built-in one.
 */
@ApplicationScoped
class SummaryWriter {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private TopicCache topics;
    @Inject
    private Endpoint endpoint;

    /** @return of what is stored now */
    Summary write(UUID conversationId) {
        List<Turn> turns = turns(conversationId);
        return endpoint.remembered(conversationId, turns).orElseGet(() -> new BuiltInSummariser(topics.now()).summarise(turns));
    }

    /** Of very long chats the beginning and the latest. */
    List<Turn> turns(UUID conversationId) {
        List<?> rows = em.createNativeQuery("""
            SELECT m.seq, m.author_kind, m.text, m.at FROM message m WHERE m.conversation_id = :id AND m.kind = 'TEXT'
            AND (m.seq <= :first OR m.seq > (SELECT MAX(l.seq) FROM message l WHERE l.conversation_id = :id) - :last) ORDER BY m.seq
            """).setParameter("id", conversationId).setParameter("first", Dialogue.FIRST_TURNS).setParameter("last", Dialogue.LAST_TURNS).getResultList();
        List<Turn> turns = new ArrayList<>(rows.size());
        for (Object row : rows) {
            Object[] cells = (Object[]) row;
            turns.add(new Turn(((Number) cells[0]).intValue(), AuthorKind.valueOf((String) cells[1]), (String) cells[2],
                instant(cells[3])));
        }
        return turns;
    }

    static Instant instant(Object cell) {
        return cell instanceof OffsetDateTime time ? time.toInstant() : (Instant) cell;
    }
}
