package org.agentinbox.meeting;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an invitation, with tokens such as {@code {visitor.name}} for values that are known only when somebody books. Other braces
 * are plain text.
 */
public final class InvitationText {

    /** The tokens that can be used. */
    public static final Set<String> TOKENS = Set.of("visitor.name", "visitor.email", "visitor.company", "agent.name", "meeting.time",
        "meeting.link");
    private static final Pattern TOKEN = Pattern.compile("\\{((?:visitor|agent|meeting)\\.[a-zA-Z]+)}");

    /** Tried once for each run of white space, so that a long one takes no longer than its length. */
    private static final Pattern TRAILING = Pattern.compile("(?<![ \\t])[ \\t]++(?=\\n|$)");

    private InvitationText() {}

    /**
     * @param text as an agent wrote it
     * @return the first token that does not exist, with its braces
     */
    public static Optional<String> firstUnknown(String text) {
        return TOKEN.matcher(text).results().filter(found -> !TOKENS.contains(found.group(1))).map(MatchResult::group).findFirst();
    }

    /**
     * Replaces the tokens by their values. Values are not searched for tokens: a visitor who is called {@code {agent.name}} keeps that
     * name.
     *
     * @param text as an agent wrote it
     * @param values by token; a missing or null value becomes empty
     * @return the text, without trailing white space that a missing value would leave
     */
    static String fill(String text, Map<String, String> values) {
        String filled = TOKEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
            TOKENS.contains(found.group(1)) ? Optional.ofNullable(values.get(found.group(1))).orElse("") : found.group()));
        return TRAILING.matcher(filled).replaceAll("");
    }
}
