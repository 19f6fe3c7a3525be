package org.agentinbox.conversation;

import java.util.UUID;

/**
 * A note is on disk.
 *
 * @param agentId who has the conversation; null where nobody has accepted it
 * @param state how the conversation stood then
 */
public record NoteStored(NoteView note, UUID agentId, ConversationState state) {

    /**
     * Whether an agent may read it: by the same rule as the conversation itself.
     *
     * @param reader an agent
     * @param seesAll whether they see everybody's conversations
     * @return whether to show it to them
     */
    public boolean isFor(UUID reader, boolean seesAll) {
        return Conversation.isVisible(state, reader.equals(agentId), seesAll);
    }

    /**
     * @param agent an agent
     * @return whether it was written in a chat that they are in
     */
    public boolean isOfActiveChatOf(UUID agent) {
        return state == ConversationState.ACTIVE && agent.equals(agentId);
    }
}
