package org.agentinbox.availability;

import java.util.UUID;

/**
 * An agent as routing sees them.
 *
 * @param number the place in the round robin
 * @param availability whether chats may be offered to them now, as far as their hours and their switch go
 * @param reachable whether they would hear of it
 */
public record Candidate(UUID agentId, int number, AvailabilityView availability, boolean reachable) {

    /** @return whether chats may be offered to them now */
    public boolean available() {
        return availability.available();
    }
}
