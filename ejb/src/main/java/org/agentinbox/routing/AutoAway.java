package org.agentinbox.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.availability.AgentSwitches;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;
import org.agentinbox.platform.deadline.Deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Switches an agent to unavailable after some offers in a row that lapsed, where the setting says after how many. It does so within a
 * second and in a transaction of its own, because whoever lets an offer lapse may lock other agents after this one.
 */
@ApplicationScoped
@DeadlineKind(AutoAway.KIND)
class AutoAway implements DeadlineHandler {

    static final String KIND = "AUTO_AWAY";

    /** What an agent did, or did not do. Whether an offer was passed on or ended says nothing of them. */
    private static final List<OfferState> ANSWERS = List.of(OfferState.ACCEPTED, OfferState.DECLINED, OfferState.LAPSED);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private Deadlines deadlines;
    @Inject
    private AgentSwitches switches;

    void withdrawn(@Observes OfferWithdrawn offer) {
        if (settings.autoAway() > 0 && offer.reason() == OfferState.LAPSED) {
            deadlines.set(KIND, offer.agentId(), clock.instant());
        }
    }

    @Override
    public Optional<Instant> due(UUID agentId, Instant now) {
        // Who has switched since then was there. So a return counts anew, instead of ending with the next offer.
        Instant since = switches.lockedSince(agentId).orElse(Instant.EPOCH);
        List<OfferState> last = em.createQuery("SELECT o.state FROM Offer o WHERE o.agentId = :agent AND o.state IN :answers "
            + "AND o.answeredAt > :since ORDER BY o.answeredAt DESC", OfferState.class)
            .setParameter("agent", agentId).setParameter("answers", ANSWERS).setParameter("since", since)
            .setMaxResults(settings.autoAway()).getResultList();
        if (last.size() == settings.autoAway() && last.stream().allMatch(OfferState.LAPSED::equals)) {
            switches.away(agentId);
        }
        return Optional.empty();
    }
}
