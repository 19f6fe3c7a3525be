package org.agentinbox.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * The last row of a page of a list in the order of time; the next page continues after it.
 *
 * @param at from 1970 to 9999
 * @param id tells rows of one instant apart
 */
public record PageCursor(Instant at, UUID id) {

    /** PostgreSQL cannot store all instants that Java can parse, so later years are refused. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /**
     * @param text of {@link #toString}
     * @throws RefusedException {@link Refusal#INVALID_FIELD} where it is none
     */
    public static PageCursor parse(String text) {
        String[] parts = text.split("_", 2);
        try {
            return new PageCursor(instant(parts[0]), Ids.parse(parts.length == 2 ? parts[1] : null)
                .orElseThrow(() -> new DateTimeException("no id")));
        } catch (DateTimeException e) {
            throw RefusedException.ofField("before", "the \"next\" of an earlier page");
        }
    }

    private static Instant instant(String text) {
        Instant at = Instant.parse(text);
        if (at.isBefore(Instant.EPOCH) || at.isAfter(LATEST)) {
            throw new DateTimeException("no instant of ours");
        }
        return at;
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
