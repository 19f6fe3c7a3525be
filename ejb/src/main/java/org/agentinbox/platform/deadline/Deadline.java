package org.agentinbox.platform.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Something that must happen at an instant, on whichever node is up then. */
@Entity
class Deadline {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    @Id
    private UUID id;
    private String kind;
    private UUID subject;
    private Instant dueAt;
    private int attempts;

    protected Deadline() {}

    Deadline(UUID id, String kind, UUID subject, Instant dueAt) {
        this.id = id;
        this.kind = kind;
        this.subject = subject;
        this.dueAt = dueAt;
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    UUID subject() {
        return subject;
    }

    void putOff(Instant to) {
        dueAt = to;
        attempts = 0;
    }

    /** After a failure: 1 s, 2 s, 4 s … 5 min. */
    void retryLater(Instant now) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 9));
        dueAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        attempts++;
    }
}
