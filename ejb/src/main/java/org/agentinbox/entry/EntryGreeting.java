package org.agentinbox.entry;

import java.util.regex.Pattern;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

/**
 * When the greeting of an entry opens by itself.
 *
 * @param afterSeconds after how many seconds on a page, 0 to 3600; null for never
 * @param pages a pattern of addresses in which {@code *} stands for any characters: of the path where it begins with {@code /}, else of the
 *     whole address; null for all pages
 */
public record EntryGreeting(Integer afterSeconds, String pages) {

    /** It does not open by itself. */
    public static final EntryGreeting NEVER = new EntryGreeting(null, null);

    static final int LONGEST_WAIT = 3600;
    private static final int LONGEST_PATTERN = 200;
    private static final Pattern WHITE = Pattern.compile("\\s");

    /** @throws RefusedException of {@code greetAfter} or {@code greetOn} */
    public EntryGreeting {
        if (afterSeconds != null && (afterSeconds < 0 || afterSeconds > LONGEST_WAIT)) {
            throw RefusedException.ofField("greetAfter", "0 to " + LONGEST_WAIT);
        }
        pages = TextRules.line("greetOn", pages, LONGEST_PATTERN);
        if (pages != null && WHITE.matcher(pages).find()) {
            throw RefusedException.ofField("greetOn", "an address without spaces");
        }
    }

    /** @return whether it opens at all */
    public boolean opens() {
        return afterSeconds != null;
    }
}
