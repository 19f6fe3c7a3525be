package org.agentinbox.conversation;

/** What a message is. */
public enum MessageKind {
    /** What somebody wrote. */
    TEXT,
    /** What the product itself says. */
    SYSTEM,
    /** A card to book a meeting with. */
    BOOKING
}
