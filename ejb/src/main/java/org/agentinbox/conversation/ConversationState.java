package org.agentinbox.conversation;

/** Where a conversation stands. */
public enum ConversationState {
    /** Requested; no agent has accepted yet. */
    WAITING,
    /** An agent accepted. */
    ACTIVE,
    /** Over. */
    ENDED,
    /** Over, and no agent ever accepted. */
    MISSED;

    /** @return whether messages can be added */
    public boolean isOpen() {
        return this == WAITING || this == ACTIVE;
    }
}
