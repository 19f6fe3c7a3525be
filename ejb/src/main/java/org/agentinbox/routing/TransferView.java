package org.agentinbox.routing;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.account.Person;

/**
 * A transfer as the agent sees it who wants to hand a chat on.
 *
 * @param to whom it was offered to
 * @param state what came of it; they have the chat until it is {@link OfferState#ACCEPTED}
 * @param expiresAt until when it can be accepted
 */
public record TransferView(UUID offerId, UUID conversationId, UUID fromAgentId, Person to, OfferState state, Instant expiresAt) {}
