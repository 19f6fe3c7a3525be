package org.agentinbox.web.inbox;

import java.time.Instant;

/**
 * A row of the log of messages.
 *
 * @param key names it for the script that goes on with the page
 * @param kind {@code text}, {@code note}, {@code system}, {@code day}, {@code earlier}, {@code empty} or {@code end}
 * @param own whether an agent wrote it
 * @param head whether who wrote it and when stands above it: not where the row before tells the same
 * @param mark {@code stored} or {@code read}; null where it is not an agent's
 */
public record LogRow(String key, String kind, boolean own, boolean head, String name, String text, Instant at, String clock,
    String exact, String mark) {

    /** The message that scripts copy and fill. */
    static final LogRow TEMPLATE = new LogRow("", "text", false, true, "", "", null, "", "", null);
    /** The private note that scripts copy and fill. */
    static final LogRow NOTE_TEMPLATE = new LogRow("", "note", true, true, "", "", null, "", "", null);

    static LogRow line(String key, String kind, String text) {
        return new LogRow(key, kind, false, false, null, text, null, null, null, null);
    }

    /** @return whether it is a message or a note */
    public boolean message() {
        return "text".equals(kind) || note();
    }

    /** @return whether it is a private note */
    public boolean note() {
        return "note".equals(kind);
    }
}
