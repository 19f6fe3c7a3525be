package org.agentinbox.notification.missed;

import java.time.Instant;
import java.util.UUID;

/**
 * A chat that an agent was offered and did not answer in time.
 *
 * @param visitorName or null
 * @param visitorEmail the address that the visitor gave, or null
 * @param firstLine what the visitor wrote first, or null
 * @param missedAt when the offer lapsed
 * @param takenBy who accepted it later; null where nobody did
 * @param seen whether the agent has looked at it
 */
public record MissedChat(UUID conversationId, String visitorName, String visitorEmail, String firstLine, Instant missedAt, String takenBy,
    boolean seen) {}
