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

    /** The first four as the database's function names them; where it did not answer; and what was stored when it did not. */
    enum Outcome {
        STORED, KNOWN, FOREIGN, REFUSED, UNKNOWN, UNTOLD
    }

    static Appended stored(int seq, Instant at, UUID visitorId, UUID agentId) {
        return new Appended(Outcome.STORED, seq, at, visitorId, agentId);
    }

    Appended untold() {
        return new Appended(Outcome.UNTOLD, seq, at, visitorId, agentId);
    }

    boolean isNew() {
        return outcome == Outcome.STORED;
    }

    /** Whether it was stored before, and nobody has heard of it. */
    boolean isUntold() {
        return outcome == Outcome.UNTOLD;
    }
}
