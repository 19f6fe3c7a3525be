package org.agentinbox.account.oidc;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What a sign-in hangs on at its provider. */
@Entity
class ProviderSession {

    @Id
    private UUID signInId;
    private String provider;
    private String issuer;
    private String subject;
    private String sid;
    private byte[] idToken;
    private byte[] refreshToken;
    private Instant checkAt;

    protected ProviderSession() {}

    ProviderSession(UUID signInId, Provider provider, String subject, String sid) {
        this.signInId = signInId;
        this.provider = provider.id();
        this.issuer = provider.issuer();
        this.subject = subject;
        this.sid = sid;
    }

    void keep(byte[] sealedIdToken) {
        idToken = sealedIdToken;
    }

    /** Looks it up again then, by this token; null for both: never. */
    void check(byte[] sealedRefreshToken, Instant at) {
        refreshToken = sealedRefreshToken;
        checkAt = at;
    }

    void checkAt(Instant at) {
        checkAt = at;
    }

    UUID signInId() {
        return signInId;
    }

    String provider() {
        return provider;
    }

    String issuer() {
        return issuer;
    }

    String subject() {
        return subject;
    }

    byte[] idToken() {
        return idToken;
    }

    byte[] refreshToken() {
        return refreshToken;
    }
}
