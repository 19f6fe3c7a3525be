package org.agentinbox.account.passkey;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A public key by which somebody signs in. */
@Entity
class Passkey {

    @Id
    private UUID id;
    private UUID accountId;
    private byte[] credentialId;
    private byte[] credentialData;
    private long signCount;
    private boolean backupEligible;
    private boolean backedUp;
    private String transports;
    private String label;
    private Instant createdAt;
    private Instant lastUsedAt;

    protected Passkey() {}

    Passkey(UUID id, UUID accountId, NewCredential credential, String label, Instant createdAt) {
        this.id = id;
        this.accountId = accountId;
        this.credentialId = credential.id();
        this.credentialData = credential.data();
        this.signCount = credential.signCount();
        this.backupEligible = credential.backupEligible();
        this.backedUp = credential.backedUp();
        this.transports = credential.transports();
        this.label = label;
        this.createdAt = createdAt;
    }

    /** It has signed a challenge of ours. */
    void used(long newSignCount, boolean nowBackedUp, Instant now) {
        signCount = newSignCount;
        backedUp = nowBackedUp;
        lastUsedAt = now;
    }

    UUID id() {
        return id;
    }

    byte[] credentialId() {
        return credentialId;
    }

    byte[] credentialData() {
        return credentialData;
    }

    long signCount() {
        return signCount;
    }

    boolean backupEligible() {
        return backupEligible;
    }

    boolean backedUp() {
        return backedUp;
    }

    String transports() {
        return transports;
    }

    PasskeyView view() {
        return new PasskeyView(id, label, createdAt, lastUsedAt);
    }
}
