package org.agentinbox.conversation;

import java.util.UUID;

/**
 * Nobody took a chat: the visitor gets the fallback message.
 *
 * @param visitorLocale the visitor's language, BCP 47; null where it is not known
 */
public record ChatMissed(UUID conversationId, UUID visitorId, String visitorLocale) {}
