package org.agentinbox.conversation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.visitor.RecordChanged;
import org.agentinbox.visitor.VisitorChanged;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

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
    private Visitors visitors;
    @Inject
    private Event<VisitorInfoChanged> changed;

    void visitorChanged(@Observes VisitorChanged change) {
        em.createQuery("SELECT c FROM Conversation c WHERE c.visitorId = :visitor AND c.state = ACTIVE", Conversation.class)
            .setParameter("visitor", change.visitor().id()).getResultStream()
            .forEach(c -> changed.fire(new VisitorInfoChanged(c.id(), c.agentId(), change.visitor())));
    }

    /** Whoever goes by the same email address is shown with it. */
    void recordChanged(@Observes RecordChanged change) {
        List<?> ids = em.createNativeQuery("SELECT c.id FROM conversation c JOIN visitor v ON v.id = c.visitor_id "
            + "WHERE c.state = 'ACTIVE' AND v.record_id = :record", UUID.class).setParameter("record", change.recordId()).getResultList();
        List<Conversation> active = ids.stream().map(id -> em.find(Conversation.class, id)).toList();
        Map<UUID, VisitorView> views = visitors.views(active.stream().map(Conversation::visitorId).toList());
        active.forEach(c -> changed.fire(new VisitorInfoChanged(c.id(), c.agentId(), views.get(c.visitorId()))));
    }
}
