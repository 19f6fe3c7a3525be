package org.agentinbox.conversation;

import java.util.UUID;

import org.agentinbox.conversation.append.AuthorKind;

/** The visitor or the agent has read up to a message. */
public record ReadMarkMoved(UUID conversationId, UUID visitorId, UUID agentId, AuthorKind reader, int seq) {}
