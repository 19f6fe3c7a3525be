package org.agentinbox.summary;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what an expression finds, but only tries it at places where it can begin: one matcher goes through the text, and most characters cost
 * a comparison.
 */
final class Places {

    /** Whether an expression can begin at a place of a text; in doubt it can. */
    @FunctionalInterface
    interface Beginning {
        boolean isAt(String text, int place);
    }

    private Places() {
    }

    /** Goes through all that is found, as {@link Matcher#find()} would. */
    static void each(Pattern pattern, String text, Beginning beginning, Consumer<Matcher> then) {
        Matcher matcher = null;
        int at = 0;
        while (at < text.length()) {
            if (!beginning.isAt(text, at)) {
                at++;
                continue;
            }
            matcher = matcher == null ? matcher(pattern, text) : matcher;
            if (matcher.region(at, text.length()).lookingAt()) {
                then.accept(matcher);
                at = matcher.end();
            } else {
                at++;
            }
        }
    }

    /** @return the text with something else in all those places, as {@link Matcher#replaceAll(String)} would */
    static String replaced(Pattern pattern, String text, Beginning beginning, String other) {
        StringBuilder left = new StringBuilder();
        int[] from = {0};
        each(pattern, text, beginning, found -> {
            left.append(text, from[0], found.start()).append(other);
            from[0] = found.end();
        });
        return from[0] == 0 ? text : left.append(text, from[0], text.length()).toString();
    }

    private static Matcher matcher(Pattern pattern, String text) {
        return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    }
}
