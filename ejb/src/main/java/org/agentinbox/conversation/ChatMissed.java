package org.agentinbox.conversation;

import java.util.UUID;

/** Nobody took a chat: the visitor gets the fallback message. */
public record ChatMissed(UUID conversationId, UUID visitorId) {
}
