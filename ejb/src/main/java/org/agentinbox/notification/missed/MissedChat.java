package org.agentinbox.notification.missed;

import java.time.Instant;
import java.util.UUID;

/**
 * A chat that an agent missed: they were offered it and did not answer in time, or it was meant for their team and nobody took it.
 *
 * @param visitorName or null
 * @param visitorEmail the address that the visitor left with a message, else the one that they gave, or null
 * @param firstLine what the visitor wrote first, or null
 * @param leftText the message that the visitor left, or null
 * @param missedAt when the offer lapsed, or when nobody took it; where a message was left later, when that was
 * @param takenBy who accepted it later; null where nobody did
 * @param team the team for which it was meant, where the agent had no offer; else null
 * @param seen whether the agent has looked at it
 */
public record MissedChat(UUID conversationId, String visitorName, String visitorEmail, String firstLine, String leftText, Instant missedAt,
    String takenBy, String team, boolean seen) {}
