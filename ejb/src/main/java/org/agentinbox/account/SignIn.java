package org.agentinbox.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A browser in which somebody is signed in. */
@Entity
class SignIn {

    @Id
    private UUID id;
    private byte[] tokenHash;
    private UUID accountId;
    private Instant createdAt;
    private Instant expiresAt;

    protected SignIn() {
    }

    SignIn(UUID id, byte[] tokenHash, UUID accountId, Instant createdAt, Instant expiresAt) {
        this.id = id;
        this.tokenHash = tokenHash;
        this.accountId = accountId;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    Instant expiresAt() {
        return expiresAt;
    }
}
