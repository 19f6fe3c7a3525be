package org.agentinbox.visitor;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes the visitors of the demo data. Works in its caller's transaction. */
@ApplicationScoped
public class DemoVisitors {

    @PersistenceContext
    private EntityManager em;

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
        visitor.knownToCrm(crmStatus);
        visitor.visit(visit, at);
        em.persist(visitor);
        return visitor.id();
    }
}
