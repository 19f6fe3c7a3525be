package org.agentinbox.notification.missed;

import org.agentinbox.routing.OfferState;
import org.agentinbox.routing.OfferWithdrawn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Observes lapsed offers, and tells of the chat that the agent missed. */
@ApplicationScoped
class MissedChatPublisher {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private MissedChatRepository repository;
    @Inject
    private Event<MissedChatsChanged> changed;

    void withdrawn(@Observes OfferWithdrawn offer) {
        if (offer.reason() == OfferState.LAPSED) {
            em.flush();
            changed.fire(new MissedChatsChanged(offer.agentId(), repository.unseen(offer.agentId())));
        }
    }
}
