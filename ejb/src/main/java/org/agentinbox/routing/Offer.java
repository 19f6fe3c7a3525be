package org.agentinbox.routing;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** A chat offered to an agent, to accept or decline until it lapses. Change it only with its conversation locked. */
@Entity
class Offer {

    @Id
    private UUID id;
    private UUID conversationId;
    private UUID agentId;
    @Enumerated(EnumType.STRING)
    private OfferState state;
    private Instant offeredAt;
    private Instant expiresAt;
    private Instant answeredAt;

    protected Offer() {
    }

    Offer(UUID id, UUID conversationId, UUID agentId, Instant offeredAt, Instant expiresAt) {
        this.id = id;
        this.conversationId = conversationId;
        this.agentId = agentId;
        this.state = OfferState.PENDING;
        this.offeredAt = offeredAt;
        this.expiresAt = expiresAt;
    }

    /**
     * The agent answers.
     *
     * @throws RefusedException {@link Refusal#OFFER_GONE} where it was answered before, or the time is over
     */
    void answer(OfferState answer, Instant now) {
        if (state != OfferState.PENDING || !now.isBefore(expiresAt)) {
            throw new RefusedException(Refusal.OFFER_GONE, "This offer was answered or has lapsed.");
        }
        close(answer, now);
    }

    /** Time is over, or the visitor left. */
    void close(OfferState how, Instant now) {
        state = how;
        answeredAt = now;
    }

    boolean isPending() {
        return state == OfferState.PENDING;
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
