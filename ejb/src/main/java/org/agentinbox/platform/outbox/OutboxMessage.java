package org.agentinbox.platform.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Something to send.
 *
 * @param kind names the sender, see {@link OutboxKind}
 * @param payload what the sender gets
 * @param expiresAt when it is given up
 * @param orderingKey at most 80 characters; a message waits until all earlier ones with the same key and kind are sent, given up or
 * expired. Null: in any order, several at a time
 * @param visitorId the visitor whom it is about, with whose data it is removed, sent or not; null for none
 */
public record OutboxMessage(String kind, String payload, Instant expiresAt, String orderingKey, UUID visitorId) {

    /** A message in no order and about no visitor. */
    public OutboxMessage(String kind, String payload, Instant expiresAt) {
        this(kind, payload, expiresAt, null, null);
    }

    /** @return this message, in order after earlier ones with that key; null for no order */
    public OutboxMessage after(String key) {
        return new OutboxMessage(kind, payload, expiresAt, key, visitorId);
    }

    /** @return this message, about that visitor */
    public OutboxMessage about(UUID visitor) {
        return new OutboxMessage(kind, payload, expiresAt, orderingKey, visitor);
    }
}
