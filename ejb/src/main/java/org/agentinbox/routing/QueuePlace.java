package org.agentinbox.routing;

import java.util.UUID;

/**
 * Where a visitor stands in the queue.
 *
 * @param position 1 for who comes next
 * @param estimateSeconds how long it will take, going by those who waited within the last hour by the same entry; null where fewer than
 *     three did
 */
public record QueuePlace(UUID conversationId, UUID visitorId, int position, Integer estimateSeconds) {}
