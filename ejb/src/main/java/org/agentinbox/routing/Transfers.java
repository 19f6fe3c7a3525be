package org.agentinbox.routing;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;
import org.agentinbox.conversation.ChatAssignment;
import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.conversation.TransferNotes;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

/** Offers active chats to other agents. Works in its caller's transaction. */
@ApplicationScoped
class Transfers {

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
    private Directory directory;
    @Inject
    private PendingOffers pending;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private TransferNotes notes;
    @Inject
    private Event<OfferWithdrawn> withdrawn;
    @Inject
    private Event<TransferChanged> changed;

    List<TransferCandidate> candidates(UUID exceptAgentId) {
        List<Candidate> others = candidates.all().stream().filter(agent -> !agent.agentId().equals(exceptAgentId)).toList();
        Map<UUID, Person> people = directory.people(others.stream().map(Candidate::agentId).collect(Collectors.toSet()));
        Map<UUID, Integer> load = agentLoads.all();
        return others.stream().map(agent -> candidate(agent, people.get(agent.agentId()), load.getOrDefault(agent.agentId(), 0)))
            .sorted(Comparator.comparing(one -> one.agent().name(), String.CASE_INSENSITIVE_ORDER)).toList();
    }

    private TransferCandidate candidate(Candidate agent, Person person, int load) {
        return new TransferCandidate(person, Verdict.of(agent, agentLoads.isFull(agent, load)), load, agentLoads.most(agent));
    }

    /** The transfer that an earlier call with the same client id began. */
    Optional<TransferView> known(UUID conversationId, UUID clientId, UUID fromAgentId) {
        return em
            .createQuery("SELECT o FROM Offer o WHERE o.conversationId = :id AND o.clientId = :clientId AND o.fromAgentId = :from",
                Offer.class)
            .setParameter("id", conversationId).setParameter("clientId", clientId).setParameter("from", fromAgentId)
            .getResultStream().findFirst().map(this::view);
    }

    /** The caller has locked the conversation and checked that it is the first agent's. */
    TransferView start(UUID conversationId, UUID clientId, UUID fromAgentId, UUID toAgentId, String noteOrNull) {
        if (pending.forConversation(conversationId).isPresent()) {
            throw new RefusedException(Refusal.TRANSFER_PENDING, "This chat is offered to somebody already.");
        }
        if (noteOrNull != null) {
            notes.add(conversationId, clientId, fromAgentId, noteOrNull);
        }
        EvaluatedCandidate evaluated = evaluateUnderLock(fromAgentId, toAgentId);
        Instant now = clock.instant();
        em.persist(RoutingDecision.ofTransfer(conversationId, now, fromAgentId, evaluated));
        Offer offer = Offer.transfer(Ids.next(now), conversationId, clientId, fromAgentId, toAgentId, now,
            now.plus(settings.offerTimeout()));
        pending.add(offer, visitors.view(conversationId));
        return tell(offer);
    }

    /**
     * Locks the agent until the transaction ends.
     *
     * @param fromAgentId who has the chat; null for nobody
     * @throws RefusedException {@link Refusal#INVALID_FIELD} where that is no other agent who takes chats, {@link Refusal#AGENT_BUSY}
     */
    EvaluatedCandidate evaluateUnderLock(UUID fromAgentId, UUID toAgentId) {
        Candidate agent = Optional.of(toAgentId).filter(id -> !id.equals(fromAgentId)).flatMap(candidates::lock)
            .orElseThrow(() -> RefusedException.ofField("agentId", "another agent who takes chats"));
        int load = agentLoads.of(toAgentId);
        EvaluatedCandidate evaluated = EvaluatedCandidate.of(agent, load, agentLoads.isFull(agent, load));
        if (!evaluated.isTaken()) {
            throw new RefusedException(Refusal.AGENT_BUSY,
                "This agent cannot take a chat now: " + evaluated.verdict() + ". Choose another agent.");
        }
        return evaluated;
    }

    TransferView cancel(UUID offerId, UUID fromAgentId) {
        Offer offer = em.find(Offer.class, offerId);
        if (offer == null || !fromAgentId.equals(offer.fromAgentId())) {
            throw new RefusedException(Refusal.OFFER_GONE, "There is no such transfer.");
        }
        assignment.lock(offer.conversationId());
        em.refresh(offer, LockModeType.PESSIMISTIC_WRITE);
        offer.answer(OfferState.CANCELLED, clock.instant());
        withdrawn.fire(new OfferWithdrawn(offer.id(), offer.agentId(), offer.state()));
        return tell(offer);
    }

    List<TransferView> pendingFrom(UUID agentId) {
        return em.createQuery("SELECT o FROM Offer o WHERE o.fromAgentId = :agent AND o.state = PENDING AND o.expiresAt > :now "
            + "ORDER BY o.offeredAt", Offer.class)
            .setParameter("agent", agentId).setParameter("now", clock.instant()).getResultStream().map(this::view).toList();
    }

    /** Tells the agent who wants to transfer the chat of its state. */
    TransferView tell(Offer offer) {
        TransferView view = view(offer);
        changed.fire(new TransferChanged(view));
        return view;
    }

    private TransferView view(Offer offer) {
        return new TransferView(offer.id(), offer.conversationId(), offer.fromAgentId(), directory.person(offer.agentId()), offer.state(),
            offer.expiresAt());
    }
}
