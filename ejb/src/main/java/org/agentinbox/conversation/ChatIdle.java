package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A chat that is about to end because nobody writes.
 *
 * @param lastSeq the number of its last message; a later message makes this notice void
 * @param endsAt when it ends
 * @param now when this notice was made
 */
public record ChatIdle(UUID conversationId, UUID visitorId, UUID agentId, int lastSeq, Instant endsAt, Instant now) {}
