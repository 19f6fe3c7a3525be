package org.agentinbox.report;

import java.time.Instant;
import java.util.UUID;

/**
 * A chat in which a topic came up.
 *
 * @param id of the conversation
 * @param visitor what agents call them by, or their email address, or null
 * @param agent who has or had it, or null
 * @param requestedAt when it was asked for
 * @param summary the final one, or null where it is not made yet
 */
public record TopicChat(UUID id, String visitor, String agent, Instant requestedAt, String summary) {}
