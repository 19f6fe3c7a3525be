package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

/** Tells a sender that a message is on disk. The same client id gets the same receipt again. */
public record Receipt(UUID clientId, UUID conversationId, int seq, Instant at) {}
