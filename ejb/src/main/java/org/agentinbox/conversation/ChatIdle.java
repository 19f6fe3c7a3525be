package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A chat that is about to end because nobody writes.
 *
 * @param lastSeq the number of its last message: once there is another one, this is void
 * @param endsAt when it ends
 * @param now when this was said
 */
public record ChatIdle(UUID conversationId, UUID visitorId, UUID agentId, int lastSeq, Instant endsAt, Instant now) {}
