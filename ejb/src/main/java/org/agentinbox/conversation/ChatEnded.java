package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

/** A chat was ended; agentId is null where nobody had accepted it. */
public record ChatEnded(UUID conversationId, UUID visitorId, UUID agentId, EndReason reason, Instant at) {}
