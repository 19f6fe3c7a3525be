package org.agentinbox.report;

import java.time.Instant;
import java.util.UUID;

/**
 * A chat in which a topic occurred.
 *
 * @param id of the conversation
 * @param visitor the name that agents see, or the email address, or null
 * @param agent who has or had it, or null
 * @param requestedAt when it was requested
 * @param summary the final one, or null where it is not made yet
 */
public record TopicChat(UUID id, String visitor, String agent, Instant requestedAt, String summary) {}
