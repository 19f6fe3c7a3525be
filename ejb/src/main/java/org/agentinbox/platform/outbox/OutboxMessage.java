package org.agentinbox.platform.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Something to send.
 *
 * @param kind names the sender, see {@link OutboxKind}
 * @param payload what the sender gets
 * @param expiresAt when it is given up
 * @param orderingKey at most 80 characters: of what has the same key and kind, each waits until those put before were sent, given up or
 *     have
 *     expired; null: in any order, several at a time
 * @param visitorId whom it tells of: it goes with what else is held about them, sent or not; null: no visitor
 */
public record OutboxMessage(String kind, String payload, Instant expiresAt, String orderingKey, UUID visitorId) {

    /** What is sent in any order, and tells of no visitor. */
    public OutboxMessage(String kind, String payload, Instant expiresAt) {
        this(kind, payload, expiresAt, null, null);
    }

    /** @return this, after what was put before under that key; null: whenever */
    public OutboxMessage after(String key) {
        return new OutboxMessage(kind, payload, expiresAt, key, visitorId);
    }

    /** @return this, telling of that visitor */
    public OutboxMessage about(UUID visitor) {
        return new OutboxMessage(kind, payload, expiresAt, orderingKey, visitor);
    }
}
