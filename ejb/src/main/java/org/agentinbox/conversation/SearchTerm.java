package org.agentinbox.conversation;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.stream.Collectors;

/**
 * One term of a search.
 *
 * @param word made by {@link SearchTokens}: it holds only letters, digits and the characters of email addresses, so single quotes around it
 * are enough
 * @param isBeginning whether words that begin with it match too
 */
record SearchTerm(String word, boolean isBeginning) {

    boolean isIn(NavigableSet<String> words) {
        String found = words.ceiling(word);
        return found != null && (isBeginning ? found.startsWith(word) : found.equals(word));
    }

    /** The terms joined by AND, in the syntax of PostgreSQL's tsquery. */
    static String query(Collection<SearchTerm> terms) {
        return terms.stream().map(term -> "'" + term.word() + "'" + (term.isBeginning() ? ":*" : "")).collect(Collectors.joining(" & "));
    }
}
