package org.agentinbox.conversation;

/** What a message is. */
public enum MessageKind {
    /** What somebody wrote. */
    TEXT,
    /** A notice of ours. */
    SYSTEM,
    /** A card to book a meeting with. */
    BOOKING
}
