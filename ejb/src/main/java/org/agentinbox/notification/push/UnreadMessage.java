package org.agentinbox.notification.push;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.conversation.MessageView;

/**
 * A visitor's message that its agent may not see.
 *
 * @param dueAt when to look whether the agent is away
 * @param again whether that was looked at before
 */
record UnreadMessage(MessageView message, UUID agentId, Instant dueAt, boolean again) {

    UUID conversationId() {
        return message.conversationId();
    }

    UnreadMessage later(Instant at) {
        return new UnreadMessage(message, agentId, at, true);
    }
}
