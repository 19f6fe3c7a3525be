package org.agentinbox.conversation;

import java.util.UUID;

/** The visitor or the agent has read up to a message. */
public record ReadMoved(UUID conversationId, UUID visitorId, UUID agentId, AuthorKind reader, int seq) {
}
