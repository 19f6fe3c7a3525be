package org.agentinbox.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.availability.Candidates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Finds pending offers whose agents cannot be reached any more, and passes them on. Since when that is so is kept with the offer, so that
 * any node can go on where another one stopped; whether it is so is what the database says of open inboxes and devices, because nobody
 * hears of an inbox that was open on a node that died.
 */
@ApplicationScoped
class OfferReach {

    /**
     * For how long an agent may be unreachable before an offer goes on. Who reloads the page, or goes from one page to another, is back
     * within a second or two, on slow lines in four; the offer has to be there still. A visitor hardly notices five seconds more.
     */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final String NOTE = """
        UPDATE offer SET unreachable_since = CAST(:since AS timestamptz) WHERE id IN (
            SELECT id FROM offer WHERE id = ANY(:ids) AND state = 'PENDING' FOR UPDATE SKIP LOCKED)
        """;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Candidates candidates;
    @Inject
    private Offers offers;

    /**
     * Notes whose agents are gone or back.
     *
     * @return the offers whose time of grace is over
     */
    @Transactional(TxType.REQUIRES_NEW)
    List<UUID> overdue() {
        List<Offer> pending = em.createQuery("SELECT o FROM Offer o WHERE o.state = PENDING ORDER BY o.offeredAt", Offer.class)
            .getResultList();
        if (pending.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        Set<UUID> reachable = candidates.reachable();
        em.clear();
        note(pending.stream().filter(offer -> !reachable.contains(offer.agentId()) && offer.unreachableSince() == null).toList(), now);
        note(pending.stream().filter(offer -> reachable.contains(offer.agentId()) && offer.unreachableSince() != null).toList(), null);
        return pending.stream().filter(offer -> !reachable.contains(offer.agentId()) && offer.isUnreachableFor(GRACE, now))
            .map(Offer::id).toList();
    }

    /** Offers that somebody is just changing are left out; the next look comes soon. */
    private void note(List<Offer> changed, Instant sinceOrNull) {
        if (!changed.isEmpty()) {
            em.createNativeQuery(NOTE).setParameter("since", sinceOrNull == null ? null : sinceOrNull.toString())
                .setParameter("ids", changed.stream().map(Offer::id).toArray(UUID[]::new)).executeUpdate();
        }
    }

    /** Passes one on, where it still is as {@link #overdue} found it. */
    @Transactional(TxType.REQUIRES_NEW)
    void passOn(UUID offerId) {
        offers.passOnUnreachable(offerId, GRACE);
    }
}
