package org.agentinbox.availability;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Somebody to whom chats can be offered. */
@Entity
class Agent {

    @Id
    private UUID accountId;
    private boolean available;
    private Instant changedAt;

    protected Agent() {
    }

    Agent(UUID accountId, Instant now) {
        this.accountId = accountId;
        this.changedAt = now;
    }

    void switchTo(boolean nowAvailable, Instant now) {
        available = nowAvailable;
        changedAt = now;
    }

    AvailabilityView view() {
        return new AvailabilityView(accountId, available, AvailabilityView.Source.OVERRIDE, null, null);
    }
}
