package org.agentinbox.conversation.append;

import java.time.Instant;
import java.util.UUID;

/** A message that is not stored yet. */
public record Draft(UUID conversationId, UUID clientId, AuthorKind author, UUID authorId, String text, Instant at) {}
