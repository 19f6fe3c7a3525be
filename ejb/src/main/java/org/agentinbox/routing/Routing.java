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
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Offers a requested chat to the next eligible agent, in the transaction of the request. */
@ApplicationScoped
class Routing {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private Candidates candidates;
    @Inject
    private AgentLoads agentLoads;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private PendingOffers pending;

    void chatRequested(@Observes ChatRequested request) {
        route(request.conversationId());
    }

    /**
     * Offers a conversation to the next eligible agent; where there is none, it is missed.
     *
     * @param conversationId waiting, without a pending offer; locked, or created by this transaction
     */
    void route(UUID conversationId) {
        List<EvaluatedCandidate> evaluated = new ArrayList<>();
        Optional<Candidate> chosen = choose(evaluated);
        em.persist(RoutingDecision.ofRequest(conversationId, clock.instant(), chosen.map(Candidate::agentId).orElse(null), evaluated));
        chosen.ifPresentOrElse(agent -> offer(conversationId, agent.agentId()), () -> assignment.miss(conversationId));
    }

    private Optional<Candidate> choose(List<EvaluatedCandidate> evaluated) {
        int last = ((Number) em.createNativeQuery("SELECT last_number FROM rotation WHERE id = 'ROUND_ROBIN' FOR UPDATE")
            .getSingleResult()).intValue();
        for (Candidate candidate : RoundRobin.order(candidates.all(), Candidate::number, last)) {
            EvaluatedCandidate evaluation = evaluate(candidate);
            evaluated.add(evaluation);
            if (evaluation.isTaken()) {
                em.createNativeQuery("UPDATE rotation SET last_number = :number WHERE id = 'ROUND_ROBIN'")
                    .setParameter("number", candidate.number()).executeUpdate();
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private EvaluatedCandidate evaluate(Candidate seen) {
        EvaluatedCandidate first = EvaluatedCandidate.of(seen, 0, false);
        if (!first.isTaken()) {
            return first;
        }
        // Reads again what decides, now that the agent is locked.
        Candidate agent = candidates.lock(seen.agentId());
        int load = agentLoads.of(agent.agentId());
        return EvaluatedCandidate.of(agent, load, agentLoads.isFull(agent, load));
    }

    private void offer(UUID conversationId, UUID agentId) {
        Instant now = clock.instant();
        pending.add(new Offer(Ids.next(now), conversationId, agentId, now, now.plus(settings.offerTimeout())));
    }
}
