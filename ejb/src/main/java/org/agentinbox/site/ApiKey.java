package org.agentinbox.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.platform.Tokens;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;

/** A key with which a program calls the REST API. */
@Entity
class ApiKey {

    /** Lets people and scanners of source code recognise a key. */
    static final String PREFIX = "aik_";
    static final int MOST_MONTHS = 24;
    /** Time enough to bring a new key to a program. */
    static final Duration WARNING = Duration.ofDays(30);
    private static final int BEGINNING = 8;

    @Id
    private UUID id;
    private String name;
    private String beginning;
    private byte[] keyHash;
    private UUID createdBy;
    private UUID ownerId;
    private Instant createdAt;
    private Instant endsAt;
    private Instant lastUsedAt;
    private Instant revokedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "api_key_scope", joinColumns = @JoinColumn(name = "key_id"))
    @Column(name = "scope")
    @Enumerated(EnumType.STRING)
    private Set<KeyScope> scopes = new HashSet<>();

    protected ApiKey() {}

    ApiKey(UUID id, NewKey wanted, String key, UUID createdBy, Instant now) {
        this.id = id;
        this.name = TextRules.line("name", wanted.name(), 100);
        if (this.name == null) {
            throw RefusedException.ofField("name", "1 to 100 characters");
        }
        if (wanted.scopes().isEmpty()) {
            throw RefusedException.ofField("scopes", "at least one scope");
        }
        if (wanted.months() < 1 || wanted.months() > MOST_MONTHS) {
            throw RefusedException.ofField("months", "1 to " + MOST_MONTHS + " months");
        }
        this.scopes.addAll(wanted.scopes());
        this.beginning = key.substring(0, BEGINNING);
        this.keyHash = Tokens.hash(key);
        this.createdBy = createdBy;
        this.ownerId = createdBy;
        this.createdAt = now;
        this.endsAt = now.atOffset(ZoneOffset.UTC).plusMonths(wanted.months()).toInstant();
    }

    /** Revokes the key for good; a second call changes nothing. */
    void revoke(Instant now) {
        revokedAt = revokedAt == null ? now : revokedAt;
    }

    /** Makes it somebody else's, so that it goes on when its present owner does not. */
    void takeOver(UUID administrator, Instant now) {
        if (revokedAt != null || !now.isBefore(endsAt)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "This key has ended for good: make another one.");
        }
        ownerId = administrator;
    }

    KeyState state(Instant now, boolean ownerIsAdministrator) {
        if (revokedAt != null) {
            return KeyState.REVOKED;
        }
        if (!now.isBefore(endsAt)) {
            return KeyState.ENDED;
        }
        if (!ownerIsAdministrator) {
            return KeyState.OWNERLESS;
        }
        return now.isBefore(endsAt.minus(WARNING)) ? KeyState.VALID : KeyState.ENDING;
    }

    /**
     * Whoever shows the key may know why it does not work.
     *
     * @throws RefusedException {@link Refusal#WRONG_KEY} where it does not work any more, {@link Refusal#NOT_ALLOWED} without the scope
     */
    void require(KeyScope scope, KeyState state) {
        switch (state) {
            case REVOKED -> throw wrong("This key was revoked. An administrator can make another one.");
            case ENDED -> throw wrong("This key ended at " + endsAt + ". An administrator can make another one.");
            case OWNERLESS -> throw wrong("This key belongs to nobody who is an administrator now. An administrator can take it over.");
            case VALID, ENDING -> {
                if (!scopes.contains(scope)) {
                    throw new RefusedException(Refusal.NOT_ALLOWED,
                        "This key lacks the scope " + scope.name().toLowerCase(Locale.ROOT)
                            + ". An administrator can make one that has it.");
                }
            }
        }
    }

    private static RefusedException wrong(String why) {
        return new RefusedException(Refusal.WRONG_KEY, why);
    }

    UUID id() {
        return id;
    }

    UUID createdBy() {
        return createdBy;
    }

    /** Null where that account is gone. */
    String name() {
        return name;
    }

    UUID ownerId() {
        return ownerId;
    }

    Instant createdAt() {
        return createdAt;
    }

    ApiKeyView view(String creator, String owner, KeyState state) {
        return new ApiKeyView(id, name, beginning, scopes.isEmpty() ? Set.of() : EnumSet.copyOf(scopes), creator, owner, createdAt, endsAt,
            lastUsedAt, revokedAt, state);
    }
}
