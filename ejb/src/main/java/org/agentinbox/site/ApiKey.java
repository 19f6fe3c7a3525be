package org.agentinbox.site;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.Tokens;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A key with which a program calls the REST API. */
@Entity
class ApiKey {

    /** Lets people and scanners of source code recognise a key. */
    static final String PREFIX = "aik_";
    private static final int BEGINNING = 8;

    @Id
    private UUID id;
    private String name;
    private String beginning;
    private byte[] keyHash;
    private UUID createdBy;
    private Instant createdAt;
    private Instant lastUsedAt;
    private Instant revokedAt;

    protected ApiKey() {}

    ApiKey(UUID id, String name, String key, UUID createdBy, Instant now) {
        this.id = id;
        this.name = TextRules.line("name", name, 100);
        if (this.name == null) {
            throw RefusedException.ofField("name", "1 to 100 characters");
        }
        this.beginning = key.substring(0, BEGINNING);
        this.keyHash = Tokens.hash(key);
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** Revokes the key for good; a second call changes nothing. */
    void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }

    UUID id() {
        return id;
    }

    UUID createdBy() {
        return createdBy;
    }

    ApiKeyView view(String creator) {
        return new ApiKeyView(id, name, beginning, creator, createdAt, lastUsedAt, revokedAt);
    }
}
