package org.agentinbox.notification.push;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A browser in which an agent wants to be notified. */
@Entity
class PushSubscription {

    @Id
    private UUID id;
    private UUID accountId;
    private String endpoint;
    private byte[] publicKey;
    private byte[] auth;
    private String label;
    private String locale;
    private Instant createdAt;
    private Instant seenAt;

    protected PushSubscription() {}

    PushSubscription(UUID id, PushEndpoint address, Instant now) {
        this.id = id;
        this.endpoint = address.endpoint();
        this.publicKey = address.publicKey();
        this.auth = address.auth();
        this.createdAt = now;
    }

    /** A page of this browser was opened by somebody: from now on it is theirs. */
    void seen(UUID by, String newLabel, String newLocale, Instant now) {
        accountId = by;
        label = newLabel;
        locale = newLocale;
        seenAt = now;
    }

    /** Who knows the browser's secret is the browser: knowing the address alone takes nobody's subscription away. */
    boolean is(PushEndpoint address) {
        return Arrays.equals(publicKey, address.publicKey()) && Arrays.equals(auth, address.auth());
    }

    byte[] encrypted(byte[] plain) throws GeneralSecurityException {
        return PushEncryption.encrypt(plain, P256.decode(publicKey), auth);
    }

    boolean belongsTo(UUID account) {
        return account.equals(accountId);
    }

    UUID id() {
        return id;
    }

    String endpoint() {
        return endpoint;
    }

    String locale() {
        return locale;
    }

    DeviceView view() {
        return new DeviceView(id, label, createdAt, seenAt);
    }
}
