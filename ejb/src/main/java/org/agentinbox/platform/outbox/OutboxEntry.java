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
    /** Of what has this key, only the row with the lowest number may be sent; null: whenever it is due. */
    private String orderingKey;
    /** Given by the database, in the order in which those who take turns put. */
    @Column(insertable = false, updatable = false)
    private long number;
    /** Never written again: that would have the database look for the visitor each time. */
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

    /** Somebody sends it now; if nobody says how that went, it is due again at the end of the lease. */
    void take(Instant leaseEnd) {
        dueAt = leaseEnd;
        attempts++;
    }

    /**
     * Sending failed: due again 1 s, 2 s, 4 s … 10 min later, or when the other side wants it, if that is later.
     *
     * @return false where that is too late, or the row has been taken by somebody else since
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
