package org.agentinbox.notification.missed;

import java.util.UUID;

/**
 * An agent missed a chat, or has looked at the missed ones.
 *
 * @param unseen how many they have not looked at yet
 */
public record MissedChatsChanged(UUID agentId, int unseen) {}
