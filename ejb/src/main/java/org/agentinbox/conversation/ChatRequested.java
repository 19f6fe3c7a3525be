package org.agentinbox.conversation;

import java.util.UUID;

/**
 * A visitor asks for a live chat. Fired inside the transaction that made the conversation.
 *
 * @param wish what the page sent with it
 */
public record ChatRequested(UUID conversationId, UUID visitorId, ChatWish wish) {}
