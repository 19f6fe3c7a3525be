package org.agentinbox.conversation;

import java.util.Optional;
import java.util.UUID;

/**
 * A note is on disk.
 *
 * @param agentId who has the conversation; null where nobody has accepted it
 * @param state the conversation's state at that time
 */
public record NoteStored(NoteView note, UUID agentId, ConversationState state) {

    /** @return the agent of the chat; empty unless it is active */
    public Optional<UUID> activeAgent() {
        return state == ConversationState.ACTIVE ? Optional.of(agentId) : Optional.empty();
    }

    /**
     * @return whether every agent may read it, which follows from who may see the conversation. Sales admins and the agent of the chat
     * always may.
     */
    public boolean isForEverybody() {
        return Conversation.isVisible(state, false, false);
    }
}
