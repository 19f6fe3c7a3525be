package org.agentinbox.routing;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.account.Person;
import org.agentinbox.visitor.VisitorView;

/**
 * An offer as the agent sees it.
 *
 * @param firstLine what the visitor wrote first, null while they have written nothing
 * @param expiresAt until when it can be answered
 * @param from who wants to transfer the chat, or lost the connection; null for a visitor's request
 * @param note the private note of whoever transfers it, or null
 */
public record OfferView(
    UUID offerId,
    UUID conversationId,
    UUID agentId,
    VisitorView visitor,
    String firstLine,
    Instant expiresAt,
    OfferKind kind,
    Person from,
    String note) {}
