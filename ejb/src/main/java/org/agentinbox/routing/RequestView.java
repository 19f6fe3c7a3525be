package org.agentinbox.routing;

import java.time.Instant;
import java.util.UUID;

/**
 * A request as administrators see it in a list.
 *
 * @param entryKey by which it came in; null for requests from before there were entries
 * @param visitorName null where it is not known
 * @param visitorEmail null where it is not known
 * @param agentName who took the chat; null where nobody did
 */
public record RequestView(UUID conversationId, Instant requestedAt, String entryKey, String visitorName, String visitorEmail,
    RequestOutcome outcome, String agentName) {}
