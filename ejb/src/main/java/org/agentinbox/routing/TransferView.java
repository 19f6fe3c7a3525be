package org.agentinbox.routing;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.account.Person;

/**
 * A transfer as the agent sees it who wants to give a chat away.
 *
 * @param to whom it was offered to
 * @param state its state; the first agent has the chat until it is {@link OfferState#ACCEPTED}
 * @param expiresAt until when it can be accepted
 */
public record TransferView(UUID offerId, UUID conversationId, UUID fromAgentId, Person to, OfferState state, Instant expiresAt) {}
