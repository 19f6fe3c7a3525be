package org.agentinbox.availability;

import java.util.UUID;

/**
 * An agent as routing sees them.
 *
 * @param number their number in the round robin
 * @param availability whether chats may be offered to them now by their hours and their switch
 * @param reachable whether they have an open inbox or another way to be told of an offer
 * @param ownLimit the most live chats of theirs at a time, pending offers counted; null: what the setting says for all
 */
public record Candidate(UUID agentId, int number, AvailabilityView availability, boolean reachable, Integer ownLimit) {

    /** @return whether chats may be offered to them now by their hours and their switch */
    public boolean available() {
        return availability.available();
    }
}
