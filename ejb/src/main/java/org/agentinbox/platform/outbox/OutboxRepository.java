package org.agentinbox.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Reads and writes the rows of the {@link Outbox} for its worker, each step in a short transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class OutboxRepository {

    /** How long a message that was taken is left alone. After that the node that took it is considered dead. */
    static final Duration LEASE = Duration.ofSeconds(60);
    /** Hibernate's value for SKIP LOCKED. */
    private static final int SKIP_LOCKED = -2;

    /**
     * A message that was taken.
     *
     * @param attempt the number of this attempt, from 1
     */
    record Delivery(UUID id, String kind, String payload, int attempt, Instant expiresAt) {}

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /**
     * Takes the messages that have been due longest and that nobody else has taken. Of those with the same ordering key it takes only the
     * first one that is left.
     *
     * @param kind of which kind
     * @param most how many at most
     * @param except those that this node is still sending, even where their lease has ended
     * @return the messages; nobody else gets them for {@link #LEASE}
     */
    List<Delivery> take(String kind, int most, Collection<UUID> except) {
        Instant now = clock.instant();
        List<OutboxEntry> due = em
            .createQuery("SELECT r FROM OutboxEntry r WHERE r.kind = :kind AND r.dueAt <= :now AND r.id NOT IN :except "
                + "AND (r.orderingKey IS NULL OR NOT EXISTS "
                + "(SELECT 1 FROM OutboxEntry e WHERE e.kind = r.kind AND e.orderingKey = r.orderingKey AND e.number < r.number)) "
                + "ORDER BY r.dueAt", OutboxEntry.class)
            .setParameter("kind", kind).setParameter("now", now).setParameter("except", except)
            .setMaxResults(most)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
            .getResultList();
        due.forEach(entry -> entry.take(now.plus(LEASE)));
        return due.stream().map(OutboxEntry::delivery).toList();
    }

    /**
     * Removes a message that was sent or is given up.
     *
     * @param id which; nothing happens where it is gone
     */
    void remove(UUID id) {
        em.createQuery("DELETE FROM OutboxEntry r WHERE r.id = :id").setParameter("id", id).executeUpdate();
    }

    /**
     * Postpones a message that could not be sent, longer each time.
     *
     * @param delivery as it was taken
     * @param atLeast how long the other machine asks to be left alone; zero where it does not say
     * @return false where it would expire before the next attempt and was removed
     */
    boolean retryLater(Delivery delivery, Duration atLeast) {
        OutboxEntry entry = em.find(OutboxEntry.class, delivery.id(), LockModeType.PESSIMISTIC_WRITE);
        if (entry == null || entry.retryLater(delivery.attempt(), clock.instant(), atLeast)) {
            return true;
        }
        em.remove(entry);
        return false;
    }
}
