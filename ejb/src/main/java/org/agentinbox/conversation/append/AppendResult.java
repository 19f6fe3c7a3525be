package org.agentinbox.conversation.append;

import java.time.Instant;
import java.util.UUID;

/**
 * What came of an append.
 *
 * @param seq the message's number, null where it was refused
 * @param at when it was stored
 * @param visitorId whose conversation it is; null where nothing new was stored
 * @param agentId who has the conversation; null where nothing new was stored, and while no agent has accepted
 */
public record AppendResult(Outcome outcome, Integer seq, Instant at, UUID visitorId, UUID agentId) {

    static final AppendResult UNKNOWN = new AppendResult(Outcome.UNKNOWN, null, null, null, null);

    /**
     * STORED, KNOWN (the same author sent this client id before), FOREIGN (somebody else's message has this client id) and REFUSED are the
     * names that the database function {@code append_messages} returns. UNKNOWN: the database did not answer, so the message may or may not
     * be stored. UNANNOUNCED: it was stored before, at a time when the database's answer was lost, so nobody has been told of it yet.
     */
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

    /** Whether it was stored before without anybody having been told. */
    public boolean isUnannounced() {
        return outcome == Outcome.UNANNOUNCED;
    }
}
