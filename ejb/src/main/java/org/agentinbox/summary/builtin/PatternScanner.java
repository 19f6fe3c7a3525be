package org.agentinbox.summary.builtin;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what an expression finds, but only tries it at the characters that it can begin with: one matcher goes through the text, and most
 * characters cost a look into a table.
 */
final class PatternScanner {

    private static final int ASCII = 128;

    private final Pattern pattern;
    private final boolean[] first = new boolean[ASCII];
    private final String others;

    /**
     * @param pattern begins with no letter and no digit of ASCII within a word
     * @param characters all that it can begin with
     */
    PatternScanner(Pattern pattern, String characters) {
        this.pattern = pattern;
        this.others = characters;
        characters.chars().filter(c -> c < ASCII).forEach(c -> first[c] = true);
    }

    /** Goes through all that is found, as {@link Matcher#find()} would. */
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

    /** @return the text with something else in all those places, as {@link Matcher#replaceAll(String)} would */
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
