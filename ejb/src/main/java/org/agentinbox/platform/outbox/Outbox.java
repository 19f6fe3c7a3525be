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
 * Takes messages to other machines, such as emails and push messages. A message is sent, at least once, if and only if the caller's
 * transaction commits, and the caller does not wait for it. Where the other machine is slow or down, sending is tried again until the
 * message expires.
 *
 * @see OutboxSender
 */
@ApplicationScoped
public class Outbox {

    /** A message was put into the outbox; observe it after commit only. */
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
     * Stores something to send as part of the caller's transaction. Callers that use the same ordering key concurrently must exclude each
     * other, for example by a lock.
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
