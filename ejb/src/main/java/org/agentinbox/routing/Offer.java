package org.agentinbox.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** A chat offered to an agent, who may accept or decline it until it lapses. Lock its conversation before you change it. */
@Entity
class Offer {

    @Id
    private UUID id;
    private UUID conversationId;
    private UUID agentId;
    @Enumerated(EnumType.STRING)
    private OfferState state;
    @Enumerated(EnumType.STRING)
    private OfferKind kind;
    private UUID fromAgentId;
    private UUID clientId;
    private Instant offeredAt;
    private Instant expiresAt;
    private Instant answeredAt;
    private Instant unreachableSince;

    protected Offer() {}

    Offer(UUID id, UUID conversationId, UUID agentId, Instant offeredAt, Instant expiresAt) {
        this.id = id;
        this.conversationId = conversationId;
        this.agentId = agentId;
        this.state = OfferState.PENDING;
        this.kind = OfferKind.REQUEST;
        this.offeredAt = offeredAt;
        this.expiresAt = expiresAt;
    }

    /** Offers an active chat on behalf of the agent who has it. The client id names both the act and the note that goes with it. */
    static Offer transfer(UUID id, UUID conversationId, UUID clientId, UUID fromAgentId, UUID toAgentId, Instant offeredAt,
        Instant expiresAt) {
        Offer offer = new Offer(id, conversationId, toAgentId, offeredAt, expiresAt);
        offer.kind = OfferKind.TRANSFER;
        offer.fromAgentId = fromAgentId;
        offer.clientId = clientId;
        return offer;
    }

    /** Offers an active chat whose agent lost the connection. */
    static Offer ofLost(UUID id, UUID conversationId, UUID lostAgentId, UUID toAgentId, Instant offeredAt, Instant expiresAt) {
        Offer offer = transfer(id, conversationId, id, lostAgentId, toAgentId, offeredAt, expiresAt);
        offer.kind = OfferKind.LOST;
        return offer;
    }

    /**
     * Sets the agent's answer, or cancels a transfer.
     *
     * @throws RefusedException {@link Refusal#OFFER_GONE} where it was answered before, or has lapsed
     */
    void answer(OfferState answer, Instant now) {
        if (state != OfferState.PENDING || !now.isBefore(expiresAt)) {
            throw new RefusedException(Refusal.OFFER_GONE, "This offer was answered or has lapsed.");
        }
        close(answer, now);
    }

    /** Closes the offer without an answer of the agent, for example because its time is over or the visitor left. */
    void close(OfferState how, Instant now) {
        state = how;
        answeredAt = now;
    }

    /** The agent switched to unavailable, or their hours ended. */
    void passOnUnavailable(Instant now) {
        unreachableSince = null;
        close(OfferState.PASSED_ON, now);
    }

    /** The agent was gone for too long; since when is kept, for the story of the request. */
    void passOnUnreachable(Instant now) {
        close(OfferState.PASSED_ON, now);
    }

    /** Whether the agent could not be reached for at least so long, as far as somebody looked. */
    boolean isUnreachableFor(Duration least, Instant now) {
        return unreachableSince != null && !now.isBefore(unreachableSince.plus(least));
    }

    void unreachableSince(Instant since) {
        unreachableSince = since;
    }

    Instant unreachableSince() {
        return unreachableSince;
    }

    boolean isPending() {
        return state == OfferState.PENDING;
    }

    /** Whether an agent has the chat already: by accepting, it moves from one to another. */
    boolean isTransfer() {
        return kind != OfferKind.REQUEST;
    }

    OfferKind kind() {
        return kind;
    }

    UUID fromAgentId() {
        return fromAgentId;
    }

    UUID clientId() {
        return clientId;
    }

    UUID id() {
        return id;
    }

    UUID conversationId() {
        return conversationId;
    }

    UUID agentId() {
        return agentId;
    }

    OfferState state() {
        return state;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
