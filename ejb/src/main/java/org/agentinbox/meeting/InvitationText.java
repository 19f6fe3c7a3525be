package org.agentinbox.meeting;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an invitation, with tokens such as {@code {visitor.name}} for what is known only when somebody books. Other braces are plain
 * text.
 */
public final class InvitationText {

    /** All that can be filled. */
    public static final Set<String> TOKENS = Set.of("visitor.name", "visitor.email", "visitor.company", "agent.name", "meeting.time",
        "meeting.link");
    private static final Pattern TOKEN = Pattern.compile("\\{((?:visitor|agent|meeting)\\.[a-zA-Z]+)}");

    private InvitationText() {}

    /**
     * @param text as an agent wrote it
     * @return the first that looks like a token and is none, braces included
     */
    public static Optional<String> firstUnknown(String text) {
        return TOKEN.matcher(text).results().filter(found -> !TOKENS.contains(found.group(1))).map(MatchResult::group).findFirst();
    }

    /**
     * Fills the tokens. What is put in is not looked at again: a visitor called {@code {agent.name}} stays that.
     *
     * @param text as an agent wrote it
     * @param values by token; what is missing or null becomes nothing
     * @return the text, without white space left at line ends by what was missing
     */
    static String fill(String text, Map<String, String> values) {
        String filled = TOKEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
            TOKENS.contains(found.group(1)) ? Optional.ofNullable(values.get(found.group(1))).orElse("") : found.group()));
        return filled.replaceAll("[ \\t]+(?=\\n|$)", "");
    }
}
