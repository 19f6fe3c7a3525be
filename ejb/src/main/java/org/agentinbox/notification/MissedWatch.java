package org.agentinbox.notification;

import org.agentinbox.routing.OfferState;
import org.agentinbox.routing.OfferWithdrawn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Notices when an agent misses a chat. */
@ApplicationScoped
class MissedWatch {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private MissedRows rows;
    @Inject
    private Event<MissedChanged> changed;

    void withdrawn(@Observes OfferWithdrawn offer) {
        if (offer.reason() == OfferState.LAPSED) {
            em.flush();
            changed.fire(new MissedChanged(offer.agentId(), rows.unseen(offer.agentId())));
        }
    }
}
