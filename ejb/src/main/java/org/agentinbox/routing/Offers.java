package org.agentinbox.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.availability.Candidates;
import org.agentinbox.conversation.ChatAssignment;
import org.agentinbox.conversation.ChatClosed;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Answers, lapses and withdraws offers. Works in its caller's transaction. */
@ApplicationScoped
class Offers {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private Candidates candidates;
    @Inject
    private Routing routing;
    @Inject
    private PendingOffers pending;
    @Inject
    private Transfers transfers;
    @Inject
    private Event<OfferWithdrawn> withdrawn;
    @Inject
    private Event<OfferMade> made;

    ConversationView accept(UUID offerId, UUID agentId) {
        Offer offer = lockOwn(offerId, agentId);
        offer.answer(OfferState.ACCEPTED, clock.instant());
        tell(offer);
        return switch (offer.kind()) {
            case REQUEST -> assignment.connect(offer.conversationId(), agentId);
            case TRANSFER -> assignment.transfer(offer.conversationId(), offer.fromAgentId(), agentId);
            case LOST -> assignment.takeOverFromLost(offer.conversationId(), offer.fromAgentId(), agentId);
        };
    }

    void decline(UUID offerId, UUID agentId) {
        Offer offer = lockOwn(offerId, agentId);
        offer.answer(OfferState.DECLINED, clock.instant());
        giveUp(offer);
    }

    /** Lapses an offer; one that was answered stays as it is. */
    void lapse(UUID offerId) {
        if (em.find(Offer.class, offerId) == null) {
            // It was purged meanwhile.
            return;
        }
        Offer offer = lock(offerId);
        if (offer.isPending()) {
            offer.close(OfferState.LAPSED, clock.instant());
            giveUp(offer);
        }
    }

    /** The agent became unavailable: a request goes to the next agent as if this one had never been asked. */
    void passOn(UUID offerId) {
        Offer offer = lock(offerId);
        if (offer.isPending()) {
            offer.passOnUnavailable(clock.instant());
            goesOn(offer);
        }
    }

    /** The agent cannot be reached any more: the same, where they are not back. An offer that was purged meanwhile is none. */
    void passOnUnreachable(UUID offerId, Duration grace) {
        if (em.find(Offer.class, offerId) == null) {
            return;
        }
        Offer offer = lock(offerId);
        Instant now = clock.instant();
        if (offer.isPending() && offer.isUnreachableFor(grace, now) && !candidates.isReachable(offer.agentId())) {
            offer.passOnUnreachable(now);
            goesOn(offer);
        }
    }

    private void goesOn(Offer offer) {
        em.flush();
        tell(offer);
        if (!offer.isTransfer()) {
            routing.routeAgain(offer.conversationId());
        }
    }

    /** The agent who has the chat is back: nobody else is asked for it any more. */
    void agentIsBack(UUID conversationId) {
        assignment.lock(conversationId);
        pending.forConversation(conversationId).filter(offer -> offer.kind() == OfferKind.LOST).ifPresent(offer -> {
            offer.close(OfferState.CANCELLED, clock.instant());
            tell(offer);
        });
    }

    /** A lead or a sales admin gives the chat to somebody: nobody else is asked for it any more. The caller has locked the conversation. */
    void chatMoves(UUID conversationId) {
        pending.forConversation(conversationId).ifPresent(offer -> {
            offer.close(OfferState.MOVED, clock.instant());
            em.flush();
            tell(offer);
        });
    }

    /** The chat is over, so that nobody can accept it any more. */
    void chatClosed(@Observes ChatClosed chat) {
        pending.forConversation(chat.conversationId()).ifPresent(offer -> {
            offer.close(OfferState.ENDED, clock.instant());
            tell(offer);
        });
    }

    private Offer lockOwn(UUID offerId, UUID agentId) {
        Offer offer = em.find(Offer.class, offerId);
        if (offer == null || !offer.agentId().equals(agentId)) {
            throw new RefusedException(Refusal.OFFER_GONE, "There is no such offer.");
        }
        return lock(offerId);
    }

    private Offer lock(UUID offerId) {
        Offer offer = em.find(Offer.class, offerId);
        assignment.lock(offer.conversationId());
        em.refresh(offer, LockModeType.PESSIMISTIC_WRITE);
        return offer;
    }

    private void tell(Offer offer) {
        withdrawn.fire(new OfferWithdrawn(offer.id(), offer.agentId(), offer.state()));
        if (offer.isTransfer()) {
            transfers.tell(offer);
        }
    }

    /** The visitor of a request waits or gets the fallback; a chat that was to be transferred stays with its agent. */
    private void giveUp(Offer offer) {
        // Routing looks in the database for who was asked.
        em.flush();
        tell(offer);
        if (!offer.isTransfer()) {
            routing.notTaken(offer.conversationId());
        }
    }
}
