package org.agentinbox.routing;

import java.util.UUID;

/**
 * Nobody took a chat: what its visitor gets.
 *
 * @param visitorLocale the visitor's language, BCP 47; null where it is not known
 */
public record ChatFellBack(UUID conversationId, UUID visitorId, String visitorLocale, Fallback fallback) {}
