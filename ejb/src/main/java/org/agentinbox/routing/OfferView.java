package org.agentinbox.routing;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.visitor.VisitorView;

/**
 * An offer as the agent sees it.
 *
 * @param firstLine what the visitor wrote first, or null
 * @param expiresAt until when it can be answered
 */
public record OfferView(UUID offerId, UUID conversationId, UUID agentId, VisitorView visitor, String firstLine, Instant expiresAt) {
}
