package org.agentinbox.conversation.append;

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
public record AppendResult(Outcome outcome, Integer seq, Instant at, UUID visitorId, UUID agentId) {

    static final AppendResult UNKNOWN = new AppendResult(Outcome.UNKNOWN, null, null, null, null);

    /** The first four as the database's function names them; where it did not answer; and what was stored when it did not. */
    public enum Outcome {
        STORED, KNOWN, FOREIGN, REFUSED, UNKNOWN, UNANNOUNCED
    }

    static AppendResult stored(int seq, Instant at, UUID visitorId, UUID agentId) {
        return new AppendResult(Outcome.STORED, seq, at, visitorId, agentId);
    }

    AppendResult unannounced() {
        return new AppendResult(Outcome.UNANNOUNCED, seq, at, visitorId, agentId);
    }

    public boolean isNew() {
        return outcome == Outcome.STORED;
    }

    /** Whether it was stored before, and nobody has heard of it. */
    public boolean isUnannounced() {
        return outcome == Outcome.UNANNOUNCED;
    }
}
