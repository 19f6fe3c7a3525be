package org.agentinbox.conversation;

import org.agentinbox.visitor.VisitorChanged;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Tells the agent in an active chat what is new of its visitor. */
@ApplicationScoped
class VisitorInfoWatch {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Event<VisitorInfoChanged> changed;

    void visitorChanged(@Observes VisitorChanged change) {
        em.createQuery("SELECT c FROM Conversation c WHERE c.visitorId = :visitor AND c.state = ACTIVE", Conversation.class)
            .setParameter("visitor", change.visitor().id()).getResultStream()
            .forEach(c -> changed.fire(new VisitorInfoChanged(c.id(), c.agentId(), change.visitor())));
    }
}
