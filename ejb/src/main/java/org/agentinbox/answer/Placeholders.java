package org.agentinbox.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Placeholders in a text for values that are known when it is used, such as {@code {visitor.name}}. Other braces are plain text. The inbox
 * fills them, because it has the visitor's data.
 */
public final class Placeholders {

    /** The placeholders that can be used. */
    public static final List<String> KNOWN = List.of("visitor.name", "visitor.company", "visitor.email", "agent.name");
    private static final Pattern MEANT = Pattern.compile("\\{\\s*((?:visitor|agent)\\.[^{}\\s]*)\\s*}", Pattern.CASE_INSENSITIVE);

    private Placeholders() {}

    /**
     * @param text of a canned answer
     * @return the first text that looks like a placeholder but is unknown, with its braces; the visitor would get it unchanged
     */
    public static Optional<String> firstUnknown(String text) {
        return MEANT.matcher(text).results().map(MatchResult::group)
            .filter(found -> !KNOWN.contains(found.substring(1, found.length() - 1))).findFirst();
    }
}
