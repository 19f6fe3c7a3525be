package org.agentinbox.availability;

import java.util.UUID;

/**
 * An agent as routing sees them.
 *
 * @param number the place in the round robin
 * @param reachable whether an inbox is open
 */
public record Candidate(UUID agentId, int number, boolean available, boolean reachable) {
}
