package org.agentinbox.platform.outbox;

import java.time.Clock;
import java.time.Instant;

import org.agentinbox.platform.Ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Takes what must be told to machines elsewhere: mails, pushes. It is sent if and only if the caller's transaction commits, at least
 * once, and without the caller waiting for anybody; a machine that is slow or down is tried again until the thing has expired.
 *
 * @see OutboxSender
 */
@ApplicationScoped
public class Outbox {

    /** Something was put; of use after commit only. */
    record Put() {}

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Event<Put> put;

    /**
     * Stores something to send as part of the caller's transaction.
     *
     * @param kind names the sender, see {@link OutboxKind}
     * @param payload what the sender gets
     * @param expiresAt when it is given up
     */
    @Transactional(TxType.MANDATORY)
    public void put(String kind, String payload, Instant expiresAt) {
        put(new OutboxMessage(kind, payload, expiresAt));
    }

    /**
     * Stores something to send as part of the caller's transaction. Who puts under an ordering key at the same time as others must take
     * turns
     * with them, such as by a lock.
     *
     * @param message to send
     */
    @Transactional(TxType.MANDATORY)
    public void put(OutboxMessage message) {
        Instant now = clock.instant();
        em.persist(new OutboxEntry(Ids.next(now), message, now));
        put.fire(new Put());
    }
}
