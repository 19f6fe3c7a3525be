package org.agentinbox.now;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.availability.AvailabilityView;

/**
 * Somebody who takes chats.
 *
 * @param name the display name
 * @param teams whose member they are, of those that the reader sees, in the order of their ids
 * @param state how they are doing
 * @param since when the agent switched, or the connection was lost; null where hours decide, or where it is not known
 * @param availability what decides whether chats come, and until when
 * @param chats live chats, pending offers counted
 * @param most how many they may have
 */
public record NowAgent(UUID id, String name, List<UUID> teams, AgentState state, Instant since, AvailabilityView availability, int chats,
    int most) {
    /** Copies the list. */
    public NowAgent {
        teams = List.copyOf(teams);
    }
}
