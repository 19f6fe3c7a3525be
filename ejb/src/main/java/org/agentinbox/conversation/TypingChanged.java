package org.agentinbox.conversation;

import java.util.UUID;

import org.agentinbox.conversation.append.AuthorKind;

/** The visitor or the agent began or stopped typing. */
public record TypingChanged(UUID conversationId, UUID visitorId, UUID agentId, AuthorKind author, boolean on) {}
