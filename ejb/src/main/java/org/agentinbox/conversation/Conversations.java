package org.agentinbox.conversation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.platform.PageCursor;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

/**
 * Finds, locks and ends conversations; no other class loads them. Works in its caller's transaction.
 *
 * <p>Somebody else may change a conversation that was found without a lock: lock it before you change it.
 */
@ApplicationScoped
class Conversations {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Event<ChatClosed> closed;
    @Inject
    private Event<ChatEnded> ended;
    @Inject
    private Supervisors supervisors;

    Optional<Conversation> find(UUID id) {
        return Optional.ofNullable(em.find(Conversation.class, id));
    }

    /** @throws RefusedException {@link Refusal#NOT_FOUND} */
    Conversation get(UUID id) {
        return find(id).orElseThrow(Conversation::unknown);
    }

    /**
     * One that an agent may see.
     *
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    Conversation visible(UUID id, UUID agentId, boolean seesAll) {
        Conversation conversation = get(id);
        checkVisible(conversation, agentId, seesAll);
        return conversation;
    }

    /**
     * Refuses as if the conversation did not exist, so that nobody learns of conversations that they may not see.
     *
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    void checkVisible(Conversation conversation, UUID agentId, boolean seesAll) {
        if (!isVisible(conversation, agentId, seesAll)) {
            throw Conversation.unknown();
        }
    }

    /** As {@link Conversation#isVisibleTo}; leads also see the open ones of their teams. */
    boolean isVisible(Conversation conversation, UUID agentId, boolean seesAll) {
        return conversation.isVisibleTo(agentId, seesAll)
            || conversation.isOpen() && supervisors.leads(agentId, conversation.id(), conversation.agentId());
    }

    /**
     * One of a visitor's, open or over.
     *
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    Conversation ofVisitor(UUID visitorId, UUID id) {
        return find(id).filter(c -> c.visitorId().equals(visitorId)).orElseThrow(Conversation::unknown);
    }

    /** Those that exist, in no particular order. */
    List<Conversation> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : query("c.id IN :ids", Map.of("ids", ids)).getResultList();
    }

    /** Those that ended, in the given order. */
    List<Conversation> ended(List<UUID> ids) {
        Map<UUID, Conversation> found = all(ids).stream().filter(c -> c.state() == ConversationState.ENDED)
            .collect(Collectors.toMap(Conversation::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The active ones, newest activity first; with null those of all agents. */
    List<Conversation> active(UUID agentOrNull) {
        String order = " ORDER BY c.lastActivityAt DESC, c.id DESC";
        return (agentOrNull == null ? query("c.state = ACTIVE" + order, Map.of())
            : query("c.state = ACTIVE AND c.agentId = :agent" + order, Map.of("agent", agentOrNull))).getResultList();
    }

    /** The active ones that an agent may see, newest activity first. */
    List<Conversation> activeVisibleTo(UUID agentId, boolean seesAll) {
        if (seesAll) {
            return active(null);
        }
        Set<UUID> agents = new HashSet<>(supervisors.agentsLedBy(agentId));
        agents.add(agentId);
        return query("c.state = ACTIVE AND c.agentId IN :agents ORDER BY c.lastActivityAt DESC, c.id DESC", Map.of("agents", agents))
            .getResultList();
    }

    List<Conversation> activeOfVisitors(Collection<UUID> visitorIds) {
        return visitorIds.isEmpty() ? List.of()
            : query("c.state = ACTIVE AND c.visitorId IN :visitors", Map.of("visitors", visitorIds)).getResultList();
    }

    /** A page of those that ended, newest end first. */
    List<Conversation> past(PageCursor afterOrNull, int limit) {
        String order = " ORDER BY c.endedAt DESC, c.id DESC";
        // The first condition on the end is implied by the second. It is there because with an OR alone the index is read from the newest
        // entry on.
        TypedQuery<Conversation> query = afterOrNull == null ? query("c.state = ENDED" + order, Map.of())
            : query("c.state = ENDED AND c.endedAt <= :at AND (c.endedAt < :at OR c.id < :id)" + order,
                Map.of("at", afterOrNull.at(), "id", afterOrNull.id()));
        return query.setMaxResults(limit).getResultList();
    }

    Optional<Conversation> latestOf(UUID visitorId) {
        return query("c.visitorId = :visitor ORDER BY c.id DESC", Map.of("visitor", visitorId)).setMaxResults(1)
            .getResultStream().findFirst();
    }

    /** The conversation that an earlier request of this visitor made: with the same client id, or one that is still open. */
    Optional<Conversation> requested(UUID visitorId, UUID clientId) {
        return query("c.visitorId = :visitor AND (c.requestClientId = :clientId OR c.state IN (WAITING, ACTIVE)) ORDER BY c.id DESC",
            Map.of("visitor", visitorId, "clientId", clientId)).setMaxResults(1).getResultStream().findFirst();
    }

    void add(Conversation conversation) {
        em.persist(conversation);
        em.flush();
    }

    /**
     * Locks the conversation until the transaction ends, and reads it as it is now.
     *
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    Conversation lock(UUID id) {
        return lockIfAny(id).orElseThrow(Conversation::unknown);
    }

    /** Like {@link #lock}, for a conversation that may have been purged meanwhile. */
    Optional<Conversation> lockIfAny(UUID id) {
        // Two statements, because one statement that waits for a lock returns other columns as they were before the wait.
        boolean exists = !em.createNativeQuery("SELECT 1 FROM conversation WHERE id = :id FOR NO KEY UPDATE").setParameter("id", id)
            .getResultList().isEmpty();
        if (!exists) {
            return Optional.empty();
        }
        Conversation conversation = em.find(Conversation.class, id);
        em.refresh(conversation);
        return Optional.of(conversation);
    }

    /** Ends a locked conversation. One that is over already stays as it is. */
    ChatEnded end(Conversation locked, EndReason reason) {
        return end(locked, reason, null);
    }

    /** The same by the hand of an agent, a lead or a sales admin. */
    ChatEnded end(Conversation locked, EndReason reason, UUID byOrNull) {
        boolean wasOpen = locked.isOpen();
        locked.end(reason, byOrNull, clock.instant());
        ChatEnded end = new ChatEnded(locked.id(), locked.visitorId(), locked.agentId(),
            locked.endReason() == null ? EndReason.TIMEOUT : locked.endReason(), locked.endedAt());
        if (wasOpen) {
            closed.fire(new ChatClosed(locked.id()));
            ended.fire(end);
        }
        return end;
    }

    private TypedQuery<Conversation> query(String conditionAndOrder, Map<String, ?> parameters) {
        TypedQuery<Conversation> query = em.createQuery("SELECT c FROM Conversation c WHERE " + conditionAndOrder, Conversation.class);
        parameters.forEach(query::setParameter);
        return query;
    }
}
