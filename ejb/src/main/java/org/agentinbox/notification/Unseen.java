package org.agentinbox.notification;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.conversation.MessageView;

/**
 * A visitor's message that its agent may not see.
 *
 * @param dueAt when to look whether the agent is away
 * @param again whether that was looked at before
 */
record Unseen(MessageView message, UUID agentId, Instant dueAt, boolean again) {

    UUID conversationId() {
        return message.conversationId();
    }

    Unseen later(Instant at) {
        return new Unseen(message, agentId, at, true);
    }
}
