package org.agentinbox.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;
import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.entry.Entries;
import org.agentinbox.entry.EntryView;
import org.agentinbox.platform.Ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Keeps the story of a request of the demo data, as routing would have kept it. Works in its caller's transaction. */
@ApplicationScoped
public class DemoStories {

    /** After so many seconds the first agent was gone, and the second one declined. */
    private static final int GONE = 7;
    private static final int DECLINED = 21;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Entries entries;
    @Inject
    private Candidates candidates;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private RoutingPlans plans;

    /**
     * Nobody took a chat: its first agent closed the last page, the second one declined, and then nobody was there while the visitor
     * waited.
     *
     * @param conversationId a missed chat that no story is kept of
     * @param key of the entry by which its visitor came in
     * @param requestedAt when it was requested, at least three minutes before it was missed
     */
    public void add(UUID conversationId, String key, UUID gone, UUID declined, Instant requestedAt) {
        // The database numbers the agents, who were made in this transaction: they are read again.
        em.flush();
        em.clear();
        EntryView entry = entries.used(key);
        RoutingPlan plan = plans.plan(key, entry, visitors.view(conversationId));
        ChatRequest request = new ChatRequest(conversationId, key, entry.key());
        request.meantFor(plan.team());
        Instant leftAt = requestedAt.plusSeconds(GONE);
        Instant declinedAt = requestedAt.plusSeconds(DECLINED);
        decide(conversationId, requestedAt, plan, List.of(gone), declined);
        Offer first = offer(conversationId, gone, requestedAt);
        first.unreachableSince(leftAt.minus(OfferReach.GRACE));
        first.passOnUnreachable(leftAt);
        decide(conversationId, leftAt, plan, List.of(declined), gone);
        offer(conversationId, declined, leftAt).close(OfferState.DECLINED, declinedAt);
        decide(conversationId, declinedAt, plan, List.of(), gone);
        if (entry.is().queueMinutes() > 0) {
            request.queue(declinedAt, Routing.longestWait(entry), 1);
        }
        em.persist(request);
    }

    /** @param unready of whom it is told why they could not be asked, beside the agents who were at home */
    private void decide(UUID conversationId, Instant at, RoutingPlan plan, List<UUID> ready, UUID unready) {
        PoolWalk.Choice choice = new PoolWalk(pool -> candidates.inTurn(pool.agents(), 0, null, PoolWalk.MOST_TOLD),
            agent -> evaluate(agent, ready, unready)).choose(plan);
        em.persist(RoutingDecision.ofRequest(conversationId, at, choice));
    }

    private static EvaluatedCandidate evaluate(Candidate agent, List<UUID> ready, UUID unready) {
        Verdict verdict = ready.contains(agent.agentId()) ? Verdict.TAKEN
            : agent.agentId().equals(unready) ? Verdict.UNREACHABLE : Verdict.UNAVAILABLE;
        return new EvaluatedCandidate(agent.agentId(), agent.number(), verdict, 0);
    }

    private Offer offer(UUID conversationId, UUID agentId, Instant at) {
        Offer offer = new Offer(Ids.next(at), conversationId, agentId, at, at.plusSeconds(100));
        em.persist(offer);
        return offer;
    }
}
