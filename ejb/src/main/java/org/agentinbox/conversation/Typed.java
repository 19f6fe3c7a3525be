package org.agentinbox.conversation;

import java.util.UUID;

/** The visitor or the agent began or stopped typing. */
public record Typed(UUID conversationId, UUID visitorId, UUID agentId, AuthorKind author, boolean on) {
}
