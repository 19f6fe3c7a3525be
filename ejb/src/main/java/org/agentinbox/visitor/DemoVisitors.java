package org.agentinbox.visitor;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes the visitors of the demo data. Works in its caller's transaction. */
@ApplicationScoped
public class DemoVisitors {

    private static final String CUSTOMER = "Customer";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Records records;

    /**
     * @param claims who they say they are
     * @param crmStatus what a CRM knows of them, or null
     * @param visit where they came from
     * @param at when
     * @return the visitor's id; no browser has a token for it
     */
    public UUID add(VisitorClaims claims, String crmStatus, VisitorVisit visit, Instant at) {
        Visitor visitor = new Visitor(Ids.next(at), null, at);
        visitor.claim(claims);
        visitor.visit(visit, at);
        records.joinAsClaimed(visitor);
        em.persist(visitor);
        if (crmStatus != null) {
            VisitorRecord record = records.of(claims.email());
            record.verify(new VerifiedFields(claims.name(), claims.jobTitle(), claims.phone(), claims.company(), crmStatus, null), at);
            // Customers are signed in on the site, which vouches for them; all others only claim who they are.
            visitor.join(record.id(), CUSTOMER.equals(crmStatus));
        }
        return visitor.id();
    }
}
