package org.agentinbox.visitor;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;
import org.agentinbox.site.SiteSecrets;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Recognises visitors and takes their claims. What visitors do is open to all: whoever has the token is the visitor. */
@Stateless
public class VisitorService {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Records records;
    @Inject
    private Visitors visitors;
    @Inject
    private SiteSecrets secrets;
    @Inject
    private Event<VisitorChanged> changed;

    /**
     * Somebody opens a page with the widget.
     *
     * @param token what an earlier welcome gave, or null for somebody new
     * @param visit where they come from
     * @return who they are from now on
     * @throws RefusedException {@link Refusal#UNKNOWN_TOKEN}
     */
    @PermitAll
    public Welcome welcome(String token, VisitorVisit visit) {
        Instant now = clock.instant();
        String kept = token == null ? Tokens.next() : token;
        Visitor visitor = token == null ? newVisitor(kept, now) : byToken(token);
        VisitorView before = visitor.view();
        visitor.visit(visit, now);
        if (!visitor.view().equals(before)) {
            changed.fire(new VisitorChanged(visitors.view(visitor)));
        }
        return new Welcome(kept, visitor.view());
    }

    /**
     * @param token what a welcome gave
     * @return the id of its visitor
     * @throws RefusedException {@link Refusal#UNKNOWN_TOKEN}
     */
    @PermitAll
    public UUID known(String token) {
        return byToken(token).id();
    }

    /**
     * A visitor says who they are. Agents then see them with the record of the email address that they claim; what the visitor is told does
     * not change by that.
     *
     * @param id of whom, known by their token
     * @param claims what they say; a field that is null stays as it was
     * @return what they have said so far
     * @throws RefusedException {@link Refusal#INVALID_FIELD}
     */
    @PermitAll
    public VisitorView identify(UUID id, VisitorClaims claims) {
        Visitor visitor = find(id);
        visitor.claim(claims);
        records.joinAsClaimed(visitor);
        return changed(visitor);
    }

    /**
     * The site says who a visitor is.
     *
     * @param id of whom, known by their token
     * @param token compact JWS, HS256 with the site's secret, whose claim {@code email} identifies the person
     * @param claims what they say beside it; where the token says something else, the token is right
     * @return what their browser has sent so far
     * @throws RefusedException {@link Refusal#INVALID_FIELD} for an invalid token, {@link Refusal#OTHER_PERSON} where the site signed
     * another person for this visitor before; then nothing changes
     */
    @PermitAll
    public VisitorView identifySigned(UUID id, String token, VisitorClaims claims) {
        IdentityToken identity = IdentityToken.read(token, secrets.keys(), clock.instant());
        Visitor visitor = find(id);
        VerifiedFields fields = identity.fields();
        visitor.claim(claims);
        // The visitor's page had the token, so its contents may be shown to the visitor.
        visitor.claim(new VisitorClaims(fields.name(), fields.jobTitle(), identity.email(), fields.phone(), fields.company()));
        records.joinAsSigned(visitor, identity);
        return changed(visitor);
    }

    private VisitorView changed(Visitor visitor) {
        em.flush();
        changed.fire(new VisitorChanged(visitors.view(visitor)));
        return visitor.view();
    }

    private Visitor newVisitor(String token, Instant now) {
        Visitor visitor = new Visitor(Ids.next(now), Tokens.hash(token), now);
        em.persist(visitor);
        return visitor;
    }

    private Visitor byToken(String token) {
        return em.createQuery("SELECT v FROM Visitor v WHERE v.tokenHash = :hash", Visitor.class)
            .setParameter("hash", Tokens.hash(token)).getResultStream().findFirst()
            .orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_TOKEN, "This token is not known here: say hello without one."));
    }

    private Visitor find(UUID id) {
        Visitor visitor = em.find(Visitor.class, id);
        if (visitor == null) {
            throw new RefusedException(Refusal.UNKNOWN_TOKEN, "This visitor is no longer known: say hello without a token.");
        }
        return visitor;
    }
}
