package org.agentinbox.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a text may leave open for the moment it is used: {@code {visitor.name}} and the like. Other braces are plain text. The inbox fills
 * them, since it has the visitor before it.
 */
public final class Placeholders {

    /** All that can be filled. */
    public static final List<String> KNOWN = List.of("visitor.name", "visitor.company", "visitor.email", "agent.name");
    private static final Pattern MEANT = Pattern.compile("\\{\\s*((?:visitor|agent)\\.[^{}\\s]*)\\s*}", Pattern.CASE_INSENSITIVE);

    private Placeholders() {}

    /**
     * @param text of a canned answer
     * @return the first that was meant as a placeholder and would reach the visitor as it stands, braces included
     */
    public static Optional<String> firstUnknown(String text) {
        return MEANT.matcher(text).results().map(MatchResult::group)
            .filter(found -> !KNOWN.contains(found.substring(1, found.length() - 1))).findFirst();
    }
}
