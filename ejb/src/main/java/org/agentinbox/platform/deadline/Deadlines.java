package org.agentinbox.platform.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.securitylog.LogText;
import org.agentinbox.platform.securitylog.LoggedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Keeps deadlines and lets one node at a time answer each. */
@ApplicationScoped
public class Deadlines {

    private static final Logger LOG = Logger.getLogger(Deadlines.class.getName());
    /** Hibernate's value for SKIP LOCKED. */
    private static final int SKIP_LOCKED = -2;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    @Any
    private Instance<DeadlineHandler> handlers;

    /**
     * Sets a deadline as part of the caller's transaction.
     *
     * @param kind names the handler, see {@link DeadlineKind}
     * @param subject what it is about
     * @param dueAt when; an instant in the past is due at once
     */
    @Transactional(TxType.MANDATORY)
    public void set(String kind, UUID subject, Instant dueAt) {
        em.persist(new Deadline(Ids.next(clock.instant()), kind, subject, dueAt));
    }

    /**
     * Takes the deadline that has been due longest and that no other node has locked, and handles it in a transaction of its own.
     *
     * @return its id, or empty where none is due
     */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<UUID> answerNext() {
        Instant now = clock.instant();
        List<Deadline> due = em.createQuery("SELECT d FROM Deadline d WHERE d.dueAt <= :now ORDER BY d.dueAt", Deadline.class)
            .setParameter("now", now)
            .setMaxResults(1)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
            .getResultList();
        due.forEach(deadline -> answer(deadline, now));
        return due.stream().map(Deadline::id).findFirst();
    }

    private void answer(Deadline deadline, Instant now) {
        try {
            handlers.select(new DeadlineKind.Literal(deadline.kind())).get().due(deadline.subject(), now)
                .ifPresentOrElse(deadline::putOff, () -> em.remove(deadline));
        } catch (RuntimeException e) {
            throw new DeadlineFailedException(deadline.id(), deadline.kind(), e);
        }
    }

    /**
     * Postpones a deadline whose handler failed, longer each time, so that it is not lost and does not hold up others.
     *
     * @param failure what happened; it is logged
     */
    @Transactional(TxType.REQUIRES_NEW)
    void retryLater(DeadlineFailedException failure) {
        LOG.log(Level.WARNING, LogText.oneLine(failure.getMessage()) + " It will be tried again.",
            LoggedException.of(failure.getCause()));
        Deadline deadline = em.find(Deadline.class, failure.deadline(), LockModeType.PESSIMISTIC_WRITE);
        if (deadline != null) {
            deadline.retryLater(clock.instant());
        }
    }
}
