package org.agentinbox.notification;

import java.util.UUID;

/**
 * An agent missed a chat, or has looked at those that they missed.
 *
 * @param unseen how many they have not looked at yet
 */
public record MissedChanged(UUID agentId, int unseen) {
}
