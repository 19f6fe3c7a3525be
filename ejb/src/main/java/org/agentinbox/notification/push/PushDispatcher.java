package org.agentinbox.notification.push;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.availability.Presence;
import org.agentinbox.platform.Settings;
import org.agentinbox.routing.OfferMade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** What becomes of pushes, each step a transaction, or part of its caller's. */
@ApplicationScoped
@Transactional
class PushDispatcher {

    private static final String UNSEEN = """
        SELECT c.id, v.name, v.email,
            EXISTS (SELECT FROM agent_connection k WHERE k.agent_id = c.agent_id AND k.seen_at > :since), c.agent_read_seq
        FROM conversation c JOIN visitor v ON v.id = c.visitor_id
        WHERE c.id IN :ids AND c.state = 'ACTIVE' AND EXISTS (SELECT FROM push_subscription s WHERE s.account_id = c.agent_id)
        """;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private PushQueue queue;

    /** An offer is pushed always, and once more when its first line is known: an open page may be in a pocket. */
    void offered(@Observes OfferMade made) {
        queue.offer(made.offer());
    }

    /**
     * Pushes what visitors wrote to agents who are away.
     *
     * @param messages messages, one of each conversation
     * @return those whose agent has an inbox open but has not read them: that inbox may be a machine that has just lost its connection
     */
    Collection<UnreadMessage> push(Collection<UnreadMessage> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        Map<UUID, UnreadMessage> byConversation = messages.stream()
            .collect(Collectors.toMap(UnreadMessage::conversationId, Function.identity()));
        List<UnreadMessage> open = new ArrayList<>();
        for (Object[] row : rows(byConversation.keySet())) {
            UnreadMessage unread = byConversation.get(row[0]);
            boolean isRead = ((Number) row[4]).intValue() >= unread.message().seq();
            if (!isRead && (Boolean) row[3]) {
                open.add(unread);
            } else if (!isRead) {
                queue.message(unread.agentId(), unread.message(), (String) (row[1] == null ? row[2] : row[1]),
                    unread.message().at().plus(settings.idleTimeout()));
            }
        }
        return open;
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(Collection<UUID> conversations) {
        Instant since = clock.instant().minus(Presence.REACHABLE_FOR);
        return em.createNativeQuery(UNSEEN).setParameter("ids", conversations).setParameter("since", since).getResultList();
    }

    /** @return a subscription, where it is still there */
    Optional<PushSubscription> device(UUID id) {
        return Optional.ofNullable(em.find(PushSubscription.class, id));
    }

    /** @return whether an offer can still be answered */
    boolean isPending(UUID offerId) {
        return !em.createNativeQuery("SELECT 1 FROM offer WHERE id = :id AND state = 'PENDING'").setParameter("id", offerId).getResultList()
            .isEmpty();
    }

    /** A subscription that its push service knows no more. */
    void gone(UUID id) {
        em.createQuery("DELETE FROM PushSubscription s WHERE s.id = :id").setParameter("id", id).executeUpdate();
    }
}
