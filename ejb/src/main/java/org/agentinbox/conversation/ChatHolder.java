package org.agentinbox.conversation;

import java.util.UUID;

/**
 * Whose a conversation is.
 *
 * @param agentId null while nobody has accepted it
 * @param open whether it is requested or going on
 */
public record ChatHolder(UUID conversationId, UUID visitorId, UUID agentId, boolean open) {}
