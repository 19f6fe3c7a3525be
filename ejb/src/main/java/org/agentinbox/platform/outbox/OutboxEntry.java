package org.agentinbox.platform.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something that waits to be sent, or is being sent. */
@Entity
@Table(name = "outbox")
class OutboxEntry {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    @Id
    private UUID id;
    private String kind;
    private String payload;
    private Instant dueAt;
    private Instant expiresAt;
    private int attempts;
    /** Of messages with the same key only the one with the lowest number may be sent; null where the order does not matter. */
    private String orderingKey;
    /** Assigned by the database; it gives the order of messages with the same key. */
    @Column(insertable = false, updatable = false)
    private long number;
    /** Not updatable, because each update of it would make the database check the foreign key. */
    @Column(updatable = false)
    private UUID visitorId;

    protected OutboxEntry() {}

    OutboxEntry(UUID id, OutboxMessage message, Instant dueAt) {
        this.id = id;
        this.kind = message.kind();
        this.payload = message.payload();
        this.dueAt = dueAt;
        this.expiresAt = message.expiresAt();
        this.orderingKey = message.orderingKey();
        this.visitorId = message.visitorId();
    }

    /** Marks the message as being sent. Unless the result is stored before, it is due again at the end of the lease. */
    void take(Instant leaseEnd) {
        dueAt = leaseEnd;
        attempts++;
    }

    /**
     * Sets the next attempt after a failure: 1 s, 2 s, 4 s … 10 min later, or when the other side asks for it, if that is later.
     *
     * @return false where the message expires before that, or another attempt has begun meanwhile
     */
    boolean retryLater(int attempt, Instant now, Duration atLeast) {
        Duration pause = pauseAfter(attempts);
        Instant next = now.plus(pause.compareTo(atLeast) > 0 ? pause : atLeast);
        boolean again = next.isBefore(expiresAt);
        if (again && attempt == attempts) {
            dueAt = next;
        }
        return again;
    }

    static Duration pauseAfter(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(Math.max(attempts, 1) - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    Instant dueAt() {
        return dueAt;
    }

    OutboxRepository.Delivery delivery() {
        return new OutboxRepository.Delivery(id, kind, payload, attempts, expiresAt);
    }
}
