package org.agentinbox.summary.builtin;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the matches of a regular expression, but tries it only at characters with which a match can begin. This is faster than
 * {@link Matcher#find()}: most characters cost only a table look-up.
 */
final class PatternScanner {

    private static final int ASCII = 128;

    private final Pattern pattern;
    private final boolean[] first = new boolean[ASCII];
    private final String others;

    /**
     * @param pattern its matches must not begin with an ASCII letter or digit inside a word
     * @param characters all with which a match can begin
     */
    PatternScanner(Pattern pattern, String characters) {
        this.pattern = pattern;
        this.others = characters;
        characters.chars().filter(c -> c < ASCII).forEach(c -> first[c] = true);
    }

    /** Calls the consumer for each match, as {@link Matcher#find()} finds them. */
    void each(String text, Consumer<Matcher> then) {
        Matcher matcher = null;
        for (int at = next(text, 0); at < text.length();) {
            matcher = matcher == null ? pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false) : matcher;
            boolean found = matcher.region(at, text.length()).lookingAt();
            if (found) {
                then.accept(matcher);
            }
            at = next(text, found ? matcher.end() : at + 1);
        }
    }

    /** @return the text with each match replaced, as by {@link Matcher#replaceAll(String)} */
    String replaced(String text, String other) {
        StringBuilder left = new StringBuilder();
        int[] from = {0};
        each(text, found -> {
            left.append(text, from[0], found.start()).append(other);
            from[0] = found.end();
        });
        return from[0] == 0 ? text : left.append(text, from[0], text.length()).toString();
    }

    private int next(String text, int from) {
        int at = from;
        while (at < text.length() && !canBeginAt(text, at)) {
            at++;
        }
        return at;
    }

    private boolean canBeginAt(String text, int at) {
        char c = text.charAt(at);
        return c < ASCII ? first[c] && !isWithinAWord(text, at) : others.indexOf(c) >= 0;
    }

    private static boolean isWithinAWord(String text, int at) {
        return at > 0 && Character.isLetterOrDigit(text.charAt(at)) && Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
