package org.agentinbox.visitor;

import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Lets administrators decide whether a visitor is the person whose email address they claim. */
@Stateless
@RolesAllowed(SALES_ADMIN_NAME)
public class VisitorJoins {

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private Records records;
    @Inject
    private Visitors visitors;
    @Inject
    private Event<VisitorChanged> changed;

    /**
     * Separates a visitor from the record that they claim. The same claim does not join them again. Nothing happens where they are not
     * joined.
     *
     * @param visitorId who
     * @throws RefusedException {@link Refusal#NOT_FOUND}, and {@link Refusal#NOT_ALLOWED} where the site signed who they are
     */
    public void part(UUID visitorId) {
        Visitor visitor = find(visitorId);
        UUID record = visitor.recordId();
        if (record != null) {
            VisitorApart apart = new VisitorApart(visitor, Caller.account(context), clock.instant());
            visitor.part();
            em.persist(apart);
            tell(visitor, record);
        }
    }

    /**
     * Takes such a separation back: the claim joins them again.
     *
     * @param visitorId who
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public void join(UUID visitorId) {
        Visitor visitor = find(visitorId);
        if (visitor.recordId() == null && visitor.email() != null) {
            UUID record = records.of(visitor.email()).id();
            em.createQuery("DELETE FROM VisitorApart a WHERE a.visitorId = :visitor AND a.recordId = :record")
                .setParameter("visitor", visitorId).setParameter("record", record).executeUpdate();
            visitor.join(record, false);
            tell(visitor, record);
        }
    }

    private void tell(Visitor visitor, UUID record) {
        em.flush();
        changed.fire(new VisitorChanged(visitors.view(visitor)));
        records.tell(record, false);
    }

    private Visitor find(UUID visitorId) {
        Visitor visitor = em.find(Visitor.class, visitorId);
        if (visitor == null) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such visitor.");
        }
        return visitor;
    }
}
