package org.agentinbox.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.conversation.ChatRequested;
import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.entry.Entries;
import org.agentinbox.entry.EntryView;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Settings;
import org.agentinbox.visitor.VisitorView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Offers a requested chat to an agent, lets its visitor wait in the queue, or gives up. Works in its caller's transaction.
 *
 * <p>Of the order in which things are tried tells {@link RoutingPlan}.
 */
@ApplicationScoped
class Routing {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private Entries entries;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private RoutingPlans plans;
    @Inject
    private AgentChoice agentChoice;
    @Inject
    private Fallbacks fallbacks;
    @Inject
    private PendingOffers pending;
    @Inject
    private WaitingQueue queue;

    void chatRequested(@Observes ChatRequested request) {
        String asked = request.wish().entry();
        EntryView entry = entries.used(asked);
        RequiredAnswers.check(entry.is().content(), request.wish(), visitors.view(request.conversationId()));
        ChatRequest stored = new ChatRequest(request.conversationId(), asked, entry.key());
        stored.answer(FormAnswers.of(entry.is().content().form(), request.wish().answers()));
        em.persist(stored);
        if (entry.is().queueMinutes() > 0 && queue.hasOthers(stored)) {
            // Whoever waits already comes first; the queue is served at once where somebody has time.
            RoutingPlan plan = plan(stored, entry);
            stored.meantFor(plan.team());
            em.persist(RoutingDecision.ofRequest(stored.conversationId(), clock.instant(), PoolWalk.Choice.none(plan)));
            queue.join(stored, entry);
        } else {
            route(stored, entry);
        }
    }

    /**
     * Offers a waiting chat to the next agent as if the one before had never been asked.
     *
     * @param conversationId waiting, without a pending offer; locked
     */
    void routeAgain(UUID conversationId) {
        ChatRequest request = request(conversationId);
        route(request, entry(request));
    }

    /**
     * The agent who was asked did not take the chat: another one is asked, or the visitor waits, or gets the fallback.
     *
     * @param conversationId waiting, without a pending offer; locked
     */
    void notTaken(UUID conversationId) {
        ChatRequest request = request(conversationId);
        EntryView entry = entry(request);
        Set<UUID> asked = askedBefore(conversationId);
        if (asked.size() < plan(request, entry).offers()) {
            route(request, entry);
        } else {
            waitOrMiss(request, entry);
        }
    }

    /**
     * Offers the chat of a visitor who waits in the queue, where an agent can take it now.
     *
     * @param conversationId waiting, without a pending offer; locked
     * @return whether it was offered
     */
    boolean serve(UUID conversationId) {
        ChatRequest request = request(conversationId);
        return offer(request, entry(request), false);
    }

    /**
     * Nobody took the chat for as long as its visitor could wait.
     *
     * @param conversationId waiting, without a pending offer; locked
     */
    void giveUp(UUID conversationId) {
        ChatRequest request = request(conversationId);
        fallbacks.giveUp(request, entry(request));
    }

    private void route(ChatRequest request, EntryView entry) {
        if (!offer(request, entry, true)) {
            waitOrMiss(request, entry);
        }
    }

    private RoutingPlan plan(ChatRequest request, EntryView entry) {
        return plans.plan(request.askedEntry(), entry, visitors.view(request.conversationId()));
    }

    /** @param keepsFailure whether a decision is kept in which nobody was found; not for each look at the queue */
    private boolean offer(ChatRequest request, EntryView entry, boolean keepsFailure) {
        UUID id = request.conversationId();
        VisitorView visitor = visitors.view(id);
        RoutingPlan plan = plans.plan(request.askedEntry(), entry, visitor);
        request.meantFor(plan.team());
        // What was changed so far is written before other decisions have to wait for this one.
        em.flush();
        PoolWalk.Choice choice = agentChoice.choose(plan, askedBefore(id));
        Instant now = clock.instant();
        if (choice.agent().isPresent() || keepsFailure) {
            em.persist(RoutingDecision.ofRequest(id, now, choice));
        }
        choice.agent()
            .ifPresent(agent -> pending.add(new Offer(Ids.next(now), id, agent, now, now.plus(settings.offerTimeout())), visitor));
        return choice.agent().isPresent();
    }

    private void waitOrMiss(ChatRequest request, EntryView entry) {
        boolean waits = entry.is().queueMinutes() > 0 && request.mayWait(clock.instant());
        if (waits) {
            queue.join(request, entry);
        } else {
            fallbacks.giveUp(request, entry);
        }
    }

    /** A request from before there were entries has no row: it came in as by the default entry. */
    private ChatRequest request(UUID conversationId) {
        ChatRequest known = em.find(ChatRequest.class, conversationId);
        if (known != null) {
            return known;
        }
        ChatRequest made = new ChatRequest(conversationId, null, EntryView.DEFAULT);
        em.persist(made);
        return made;
    }

    private EntryView entry(ChatRequest request) {
        return entries.used(request.entryKey());
    }

    private Set<UUID> askedBefore(UUID conversationId) {
        return em.createQuery("SELECT o.agentId FROM Offer o WHERE o.conversationId = :id AND o.kind = REQUEST "
            + "AND o.state IN (DECLINED, LAPSED)", UUID.class).setParameter("id", conversationId).getResultStream()
            .collect(Collectors.toSet());
    }

    /** How long a visitor of an entry waits at most. */
    static Duration longestWait(EntryView entry) {
        return Duration.ofMinutes(entry.is().queueMinutes());
    }
}
