package org.agentinbox.conversation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Shows where in a conversation the words of a search are. */
@ApplicationScoped
class SearchExcerpts {

    /** How many messages are read for a whole page of results, the newest first; older ones give no excerpt. */
    private static final int MOST_MESSAGES = 5_000;
    private static final int BEFORE = 30;
    private static final int LENGTH = 200;

    @PersistenceContext
    private EntityManager em;

    /**
     * Excerpts by conversation, from its newest message that contains one of the words. A conversation in which no message does has none.
     */
    Map<UUID, String> of(Collection<UUID> conversations, List<SearchTerm> terms) {
        Map<UUID, String> excerpts = new HashMap<>();
        if (!terms.isEmpty() && !conversations.isEmpty()) {
            em.createQuery("SELECT m.conversationId, m.text FROM Message m WHERE m.conversationId IN :ids AND m.kind <> SYSTEM "
                + "ORDER BY m.at DESC", Object[].class)
                .setParameter("ids", conversations).setMaxResults(MOST_MESSAGES)
                .setHint(ConversationSearch.TIMEOUT, ConversationSearch.PATIENCE_MILLIS).getResultList()
                .forEach(row -> excerpts.computeIfAbsent((UUID) row[0], id -> excerpt((String) row[1], terms)));
        }
        return excerpts;
    }

    private static String excerpt(String text, List<SearchTerm> terms) {
        TreeSet<String> words = new TreeSet<>(new SearchTokens().add(text).words());
        return terms.stream().filter(term -> term.isIn(words)).findFirst().map(term -> around(text, term.word())).orElse(null);
    }

    // Folding may have changed the word, so that it is not found in the text as written: then the excerpt is the beginning of the text.
    private static String around(String text, String word) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(word);
        int from = at <= BEFORE || at > text.length() ? 0 : text.offsetByCodePoints(at, -Math.min(BEFORE, text.codePointCount(0, at)));
        int to = Math.min(text.length(), from + LENGTH);
        boolean splits = to < text.length() && Character.isLowSurrogate(text.charAt(to));
        return (from > 0 ? "…" : "") + text.substring(from, splits ? to - 1 : to);
    }
}
