package org.agentinbox.conversation;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.stream.Collectors;

/**
 * One thing that a search asks for.
 *
 * @param word made by {@link SearchTokens}: letters, digits and what email addresses hold, so it needs no quoting but quotes
 * @param isBeginning whether a word that begins so will do
 */
record SearchTerm(String word, boolean isBeginning) {

    boolean isIn(NavigableSet<String> words) {
        String found = words.ceiling(word);
        return found != null && (isBeginning ? found.startsWith(word) : found.equals(word));
    }

    /** All of them, as PostgreSQL reads it. */
    static String query(Collection<SearchTerm> terms) {
        return terms.stream().map(term -> "'" + term.word() + "'" + (term.isBeginning() ? ":*" : "")).collect(Collectors.joining(" & "));
    }
}
