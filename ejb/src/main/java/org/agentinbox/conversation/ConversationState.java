package org.agentinbox.conversation;

/** Where a conversation stands. */
public enum ConversationState {
    /** Asked for; an agent has an offer. */
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
