package org.agentinbox.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.agentinbox.platform.deadline.Deadlines;
import org.agentinbox.visitor.RecordChanged;
import org.agentinbox.visitor.VisitorChanged;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Keeps the documents by which past conversations are found: one for each, written soon after its end and again when its visitor's name or
 * email changes. Deadlines do the work, so that neither messages nor the end of a chat wait for it, and no conversation is left out.
 */
@ApplicationScoped
class SearchIndex {

    static final String ENDED = "SEARCH_ENDED";
    static final String WHO = "SEARCH_WHO";
    private static final int TOGETHER = 100;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Conversations conversations;
    @Inject
    private Clock clock;
    @Inject
    private Deadlines deadlines;
    @Inject
    private Visitors visitors;

    void ended(@Observes ChatEnded end) {
        if (end.agentId() != null) {
            expect(end.conversationId());
        }
    }

    /** Has the document of a conversation that ended written soon. */
    void expect(UUID conversationId) {
        deadlines.set(ENDED, conversationId, clock.instant());
    }

    void visitorChanged(@Observes VisitorChanged change) {
        expectAnew(change.visitor());
    }

    /** A record's fields concern all visitors who have its email address. */
    void recordChanged(@Observes RecordChanged change) {
        if (change.fields()) {
            visitors.views(visitors.of(change.recordId())).values().forEach(this::expectAnew);
        }
    }

    private void expectAnew(VisitorView visitor) {
        if (!outdated(visitor.id(), visitor.foundBy()).isEmpty()) {
            deadlines.set(WHO, visitor.id(), clock.instant());
        }
    }

    /**
     * Renews the documents of a visitor whose name or email changed, a limited number at a time.
     *
     * @return whether more may be left
     */
    boolean refresh(UUID visitorId) {
        lock(visitorId);
        VisitorView visitor = visitors.views(Set.of(visitorId)).get(visitorId);
        List<UUID> found = visitor == null ? List.of() : outdated(visitorId, visitor.foundBy());
        found.forEach(this::write);
        return found.size() == TOGETHER;
    }

    /**
     * Writes the documents of conversations that ended before search was introduced, the newest first, a limited number at a time.
     *
     * @return whether more may be left
     */
    boolean backfill() {
        List<UUID> found = ids(em.createNativeQuery("""
            SELECT c.id FROM conversation c WHERE c.state = 'ENDED' AND (c.ended_at, c.id) < (
                SELECT COALESCE(MIN(s.ended_at), 'infinity'), COALESCE((SELECT o.conversation_id FROM conversation_search o
                    ORDER BY o.ended_at, o.conversation_id LIMIT 1), 'ffffffff-ffff-ffff-ffff-ffffffffffff') FROM conversation_search s)
            ORDER BY c.ended_at DESC, c.id DESC LIMIT :together
            """).setParameter("together", TOGETHER).getResultList());
        found.forEach(this::write);
        return found.size() == TOGETHER;
    }

    /** Writes the document of a conversation that ended; does nothing where it is gone meanwhile. */
    void write(UUID conversationId) {
        conversations.find(conversationId).filter(c -> c.state() == ConversationState.ENDED).ifPresent(this::write);
    }

    private void write(Conversation conversation) {
        lock(conversation.visitorId());
        VisitorView visitor = visitors.views(Set.of(conversation.visitorId())).get(conversation.visitorId());
        em.createNativeQuery("""
            INSERT INTO conversation_search (conversation_id, ended_at, agent_id, visitor_id, who, document)
            SELECT c.id, c.ended_at, c.agent_id, c.visitor_id, :who, array_to_tsvector(string_to_array(:words, ' '))
            FROM conversation c WHERE c.id = :id AND c.state = 'ENDED'
            ON CONFLICT (conversation_id) DO UPDATE SET ended_at = EXCLUDED.ended_at, agent_id = EXCLUDED.agent_id,
                visitor_id = EXCLUDED.visitor_id, who = EXCLUDED.who, document = EXCLUDED.document
            """)
            .setParameter("id", conversation.id()).setParameter("who", visitor.foundBy())
            .setParameter("words", String.join(" ", words(conversation.id(), visitor).words())).executeUpdate();
    }

    private SearchTokens words(UUID conversationId, VisitorView visitor) {
        SearchTokens words = new SearchTokens().add(visitor.foundBy());
        try (Stream<String> texts = em
            .createQuery("SELECT m.text FROM Message m WHERE m.conversationId = :id AND m.kind <> SYSTEM ORDER BY m.seq", String.class)
            .setParameter("id", conversationId).getResultStream()) {
            texts.takeWhile(text -> !words.isFull()).forEach(words::add);
        }
        return words;
    }

    /**
     * Keeps the visitor from being changed or joined with another until this transaction ends, so that no document is written with an
     * outdated name.
     */
    private void lock(UUID visitorId) {
        em.createNativeQuery("SELECT 1 FROM visitor WHERE id = :id FOR SHARE").setParameter("id", visitorId).getResultList();
    }

    private List<UUID> outdated(UUID visitorId, String who) {
        return ids(em
            .createNativeQuery("SELECT s.conversation_id FROM conversation_search s WHERE s.visitor_id = :visitor AND s.who <> :who "
                + "ORDER BY s.conversation_id LIMIT :together")
            .setParameter("visitor", visitorId).setParameter("who", who).setParameter("together", TOGETHER).getResultList());
    }

    private static List<UUID> ids(List<?> found) {
        return found.stream().map(UUID.class::cast).toList();
    }
}
