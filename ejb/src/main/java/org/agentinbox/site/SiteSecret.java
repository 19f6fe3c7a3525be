package org.agentinbox.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The secret that the site's server and the product share. */
@Entity
class SiteSecret {

    @Id
    private UUID id;
    private String secret;
    private Instant createdAt;
    private Instant endsAt;

    protected SiteSecret() {}

    SiteSecret(UUID id, String secret, Instant now) {
        this.id = id;
        this.secret = secret;
        this.createdAt = now;
    }

    /** Sets the end of its validity, because another one replaces it; until then both are valid. */
    void endAt(Instant end) {
        endsAt = end;
    }

    byte[] key() {
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant endsAt() {
        return endsAt;
    }
}
