package org.agentinbox.account;

import java.time.Duration;
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
    private Instant usedAt;
    private String browser;
    private String address;
    private boolean byPasskey;
    private boolean byProvider;

    protected SignIn() {}

    SignIn(UUID id, byte[] tokenHash, UUID accountId, Instant createdAt, Instant expiresAt, SignInClient client, SignInMethod method) {
        this.id = id;
        this.tokenHash = tokenHash;
        this.accountId = accountId;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
        this.usedAt = createdAt;
        this.browser = cut(client.browser(), 200);
        this.address = cut(client.address(), 100);
        this.byPasskey = method == SignInMethod.PASSKEY;
        this.byProvider = method == SignInMethod.PROVIDER;
    }

    /** As much of it as is worth keeping, without what no database and no log can take; null stays null. */
    static String cut(String text, int most) {
        return text == null ? null : text.substring(0, Math.min(text.length(), most)).replaceAll("[\\p{Cntrl}\\p{Cs}\\u2028\\u2029]", "?");
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    SignInMethod method() {
        return byPasskey ? SignInMethod.PASSKEY : byProvider ? SignInMethod.PROVIDER : SignInMethod.PASSWORD;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /**
     * Whether it is in force: it has an end, however much it is used, and an earlier one where it is not used for as long as {@code idle}.
     */
    boolean isInForce(Instant now, Duration idle) {
        return now.isBefore(expiresAt) && now.isBefore(usedAt.plus(idle));
    }

    Instant usedAt() {
        return usedAt;
    }

    SignInView view() {
        return new SignInView(id, browser, address, createdAt, usedAt);
    }
}
