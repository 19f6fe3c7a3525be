package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * What came of an append.
 *
 * @param seq the number, null where the message was refused
 * @param at when it was stored
 * @param visitorId of whose conversation; null where not new
 * @param agentId null where not new, and while nobody has accepted
 */
record Appended(Outcome outcome, Integer seq, Instant at, UUID visitorId, UUID agentId) {

    static final Appended UNKNOWN = new Appended(Outcome.UNKNOWN, null, null, null, null);

    /** The first four as the database's function names them; the last where it did not answer. */
    enum Outcome {
        STORED, KNOWN, FOREIGN, REFUSED, UNKNOWN
    }

    static Appended stored(int seq, Instant at, UUID visitorId, UUID agentId) {
        return new Appended(Outcome.STORED, seq, at, visitorId, agentId);
    }

    boolean isNew() {
        return outcome == Outcome.STORED;
    }
}
