package org.agentinbox.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;
import org.agentinbox.conversation.ChatAssignment;
import org.agentinbox.conversation.ChatRequested;
import org.agentinbox.platform.Deadlines;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Offers a requested chat to the next eligible agent, in the transaction of the request. */
@ApplicationScoped
class Routing {

    private record Looked(UUID agentId, int number, Verdict verdict, int load) {

        String json() {
            return "{\"agentId\":\"" + agentId + "\",\"number\":" + number + ",\"verdict\":\"" + verdict + "\",\"load\":" + load + "}";
        }
    }

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private Candidates candidates;
    @Inject
    private Loads loads;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private Deadlines deadlines;
    @Inject
    private Event<OfferMade> made;

    void chatRequested(@Observes ChatRequested request) {
        route(request.conversationId());
    }

    /**
     * Offers a conversation to the next eligible agent, or gives it up.
     *
     * @param conversationId waiting, without a pending offer; locked, or made by this transaction
     */
    void route(UUID conversationId) {
        List<Looked> looked = new ArrayList<>();
        Optional<Candidate> chosen = choose(looked);
        keepDecision(conversationId, chosen.map(Candidate::agentId).orElse(null), looked);
        chosen.ifPresentOrElse(agent -> offer(conversationId, agent.agentId()), () -> assignment.miss(conversationId));
    }

    private Optional<Candidate> choose(List<Looked> looked) {
        int last = ((Number) em.createNativeQuery("SELECT last_number FROM rotation WHERE id = 'ROUND_ROBIN' FOR UPDATE")
            .getSingleResult()).intValue();
        for (Candidate candidate : RoundRobin.order(candidates.all(), Candidate::number, last)) {
            Looked look = look(candidate);
            looked.add(look);
            if (look.verdict() == Verdict.TAKEN) {
                em.createNativeQuery("UPDATE rotation SET last_number = :number WHERE id = 'ROUND_ROBIN'")
                    .setParameter("number", candidate.number()).executeUpdate();
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private Looked look(Candidate seen) {
        Verdict first = verdict(seen, 0);
        if (first != Verdict.TAKEN) {
            return new Looked(seen.agentId(), seen.number(), first, 0);
        }
        // What counts is what holds under the agent's lock.
        Candidate agent = candidates.lock(seen.agentId());
        int load = loads.of(agent.agentId());
        return new Looked(agent.agentId(), agent.number(), verdict(agent, load), load);
    }

    private Verdict verdict(Candidate agent, int load) {
        if (!agent.available()) {
            return Verdict.UNAVAILABLE;
        }
        if (!agent.reachable()) {
            return Verdict.UNREACHABLE;
        }
        return loads.isFull(load) ? Verdict.FULL : Verdict.TAKEN;
    }

    private void offer(UUID conversationId, UUID agentId) {
        Instant now = clock.instant();
        Offer offer = new Offer(Ids.next(now), conversationId, agentId, now, now.plus(settings.offerTimeout()));
        em.persist(offer);
        em.flush();
        deadlines.set(OfferLapse.KIND, offer.id(), offer.expiresAt());
        made.fire(new OfferMade(new OfferView(offer.id(), conversationId, agentId, assignment.visitor(conversationId),
            assignment.firstLine(conversationId), offer.expiresAt())));
    }

    private void keepDecision(UUID conversationId, UUID chosen, List<Looked> looked) {
        Instant now = clock.instant();
        em.persist(new RoutingDecision(Ids.next(now), conversationId, now, chosen,
            "[" + String.join(",", looked.stream().map(Looked::json).toList()) + "]"));
    }
}
