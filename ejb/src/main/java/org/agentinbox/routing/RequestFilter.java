package org.agentinbox.routing;

import java.time.Instant;
import java.util.UUID;

/**
 * Which requests are listed. Null stands for all.
 *
 * @param entry by which they came in
 * @param outcome what became of them
 * @param agentId to whom they were offered
 * @param from the first instant
 * @param until the first instant that does not belong to them
 * @param visitor part of the visitor's name or address, whatever the case of its letters
 */
public record RequestFilter(String entry, RequestOutcome outcome, UUID agentId, Instant from, Instant until, String visitor) {}
