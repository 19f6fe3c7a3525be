package org.agentinbox.conversation;

/** Who or what ended a chat. */
public enum EndReason {
    /** The agent pressed "End session". */
    AGENT,
    /** The visitor ended it. */
    VISITOR,
    /** Nobody wrote within the idle time-out. */
    TIMEOUT
}
