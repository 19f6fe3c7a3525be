package org.agentinbox.routing;

/** Why a candidate was taken or skipped. */
public enum Verdict {
    /** Got the offer. */
    TAKEN,
    /** Is not available. */
    UNAVAILABLE,
    /** Has no open inbox. */
    UNREACHABLE,
    /** Has as many live chats as an agent may have. */
    FULL
}
