package org.agentinbox.notification.missed;

import java.time.Instant;
import java.util.UUID;

/**
 * A chat that nobody took, as administrators see it.
 *
 * @param entryKey by which it came in; null for chats from before there were entries
 * @param visitorName null where it is not known
 * @param email the one that was left with a message, else the one that the visitor claimed; null where there is none
 * @param phone what the visitor claimed, or null
 * @param firstLine what the visitor wrote first while waiting, or null
 * @param leftText the message that was left, or null
 * @param visitorLeft whether the visitor ended it before anybody took it
 * @param seenToBy the name of the administrator who has seen to it, or null
 * @param seenToAt when; null where nobody has
 */
public record MissedRequestView(UUID conversationId, Instant requestedAt, String entryKey, String visitorName, String email, String phone,
    String firstLine, String leftText, boolean visitorLeft, String seenToBy, Instant seenToAt) {}
