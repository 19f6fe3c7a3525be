package org.agentinbox.conversation;

import java.util.Optional;
import java.util.UUID;

/**
 * A note is on disk.
 *
 * @param agentId who has the conversation; null where nobody has accepted it
 * @param state how the conversation stood then
 */
public record NoteStored(NoteView note, UUID agentId, ConversationState state) {

    /** @return who is in the chat, while it goes on */
    public Optional<UUID> activeAgent() {
        return state == ConversationState.ACTIVE ? Optional.of(agentId) : Optional.empty();
    }

    /**
     * @return whether all agents may read it, by the same rule as the conversation itself; sales admins always may, and who is in the chat
     */
    public boolean isForEverybody() {
        return Conversation.isVisible(state, false, false);
    }
}
