package org.agentinbox.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.RefusedException;

/** The last activity of a page; the next page begins after it. */
record ActivityCursor(Instant at, UUID id) {

    /** PostgreSQL cannot store all instants that Java can parse, so later years are refused. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static ActivityCursor of(ActivityView activity) {
        return new ActivityCursor(activity.at(), activity.id());
    }

    /** Parses the text of {@link #toString}. */
    static ActivityCursor parse(String text) {
        String[] parts = text.split("_", 2);
        try {
            return new ActivityCursor(instant(parts[0]), Ids.parse(parts.length == 2 ? parts[1] : null)
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
