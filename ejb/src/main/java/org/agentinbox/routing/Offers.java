package org.agentinbox.routing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.AuthorKind;
import org.agentinbox.conversation.ChatAssignment;
import org.agentinbox.conversation.ChatClosed;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MessageStored;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** What becomes of offers. Works in its caller's transaction. */
@ApplicationScoped
class Offers {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private Routing routing;
    @Inject
    private Event<OfferWithdrawn> withdrawn;
    @Inject
    private Event<OfferMade> made;

    List<OfferView> pendingOf(UUID agentId) {
        return em.createQuery("SELECT o FROM Offer o WHERE o.agentId = :agent AND o.state = PENDING AND o.expiresAt > :now "
                + "ORDER BY o.offeredAt", Offer.class)
            .setParameter("agent", agentId).setParameter("now", clock.instant()).getResultStream().map(this::view).toList();
    }

    ConversationView accept(UUID offerId, UUID agentId) {
        Offer offer = lockOwn(offerId, agentId);
        offer.answer(OfferState.ACCEPTED, clock.instant());
        tellWithdrawn(offer);
        return assignment.connect(offer.conversationId(), agentId);
    }

    void decline(UUID offerId, UUID agentId) {
        Offer offer = lockOwn(offerId, agentId);
        offer.answer(OfferState.DECLINED, clock.instant());
        tellWithdrawn(offer);
        assignment.miss(offer.conversationId());
    }

    /** Time is over; an offer that was answered stays as it is. */
    void lapse(UUID offerId) {
        if (em.find(Offer.class, offerId) == null) {
            // Purged meanwhile.
            return;
        }
        Offer offer = lock(offerId);
        if (offer.isPending()) {
            offer.close(OfferState.LAPSED, clock.instant());
            tellWithdrawn(offer);
            assignment.miss(offer.conversationId());
        }
    }

    /** The agent takes no chats any more: the next one gets it, as if it had never been offered. */
    void passOn(UUID offerId) {
        Offer offer = lock(offerId);
        if (offer.isPending()) {
            offer.close(OfferState.PASSED_ON, clock.instant());
            em.flush();
            tellWithdrawn(offer);
            routing.route(offer.conversationId());
        }
    }

    /** The visitor left while an agent had the offer. */
    void chatClosed(@Observes ChatClosed chat) {
        pendingFor(chat.conversationId()).forEach(offer -> {
            offer.close(OfferState.ENDED, clock.instant());
            tellWithdrawn(offer);
        });
    }

    /** The offer shows the first thing that the visitor writes while waiting. */
    void messageStored(@Observes MessageStored stored) {
        boolean first = stored.message().seq() == 1 && stored.message().author() == AuthorKind.VISITOR;
        if (first && stored.agentId() == null) {
            pendingFor(stored.message().conversationId()).forEach(offer -> made.fire(new OfferMade(view(offer))));
        }
    }

    private List<Offer> pendingFor(UUID conversationId) {
        return em.createQuery("SELECT o FROM Offer o WHERE o.conversationId = :id AND o.state = PENDING", Offer.class)
            .setParameter("id", conversationId).getResultList();
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

    private void tellWithdrawn(Offer offer) {
        withdrawn.fire(new OfferWithdrawn(offer.id(), offer.agentId(), offer.state()));
    }

    private OfferView view(Offer offer) {
        UUID conversationId = offer.conversationId();
        return new OfferView(offer.id(), conversationId, offer.agentId(), assignment.visitor(conversationId),
            assignment.firstLine(conversationId), offer.expiresAt());
    }
}
