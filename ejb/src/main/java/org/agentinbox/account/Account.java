package org.agentinbox.account;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;

/** A person who signs in. */
@Entity
class Account {

    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");

    private static final Set<String> LOCALES = Set.of("en", "ko");
    private static final int LONGEST_TITLE = 100;

    /** Over a weekend, and no longer than somebody who waits for it needs. */
    static final Duration ONE_TIME = Duration.ofHours(72);

    @Id
    private UUID id;
    @Version
    private int version;
    private String userName;
    private String displayName;
    private String email;
    private String passwordHash;
    private boolean mustChangePassword;
    private Instant passwordEndsAt;
    private boolean active;
    private String locale;
    private Instant createdAt;
    private Instant demoEndedAt;
    private String title;
    private boolean enterSends = true;
    private UUID photoTag;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected Account() {}

    Account(UUID id, String userName, String passwordHash, Instant now) {
        this.id = id;
        this.userName = checkedUserName(userName);
        this.passwordHash = passwordHash;
        this.displayName = this.userName;
        this.active = true;
        this.createdAt = now;
    }

    /** User names are compared in lower case everywhere. */
    static String normalised(String userName) {
        return userName == null ? "" : userName.strip().toLowerCase(Locale.ROOT);
    }

    private static String checkedUserName(String userName) {
        String name = normalised(userName);
        if (!USER_NAME.matcher(name).matches()) {
            throw RefusedException.ofField("userName", "1 to 100 of a-z, 0-9, '.', '_', '@', '-', beginning with a letter or digit");
        }
        return name;
    }

    void describe(String newDisplayName, String newEmail) {
        String name = TextRules.line("displayName", newDisplayName, 200);
        displayName = name == null ? userName : name;
        email = TextRules.line("email", newEmail, 320);
    }

    void give(Set<Role> newRoles) {
        if (newRoles.isEmpty()) {
            throw RefusedException.ofField("roles", "at least one role");
        }
        giveOrNone(newRoles);
    }

    /** What a provider says: none is possible, and then the account gets in nowhere. */
    void giveOrNone(Set<Role> newRoles) {
        roles.clear();
        roles.addAll(newRoles);
    }

    /** The person chose it: no need to change it. */
    void changePassword(String hash) {
        passwordHash = hash;
        mustChangePassword = false;
        passwordEndsAt = null;
    }

    /** Somebody else chose it: it serves for one sign-in within 72 hours, in which it is changed. */
    void resetPassword(String hash, Instant now) {
        passwordHash = hash;
        mustChangePassword = true;
        passwordEndsAt = now.plus(ONE_TIME);
    }

    /** Whether the time of a password that somebody else chose is over. */
    boolean isPasswordOver(Instant now) {
        return passwordEndsAt != null && !now.isBefore(passwordEndsAt);
    }

    void activate(boolean now) {
        active = now;
    }

    /** The account was one of the demo data, and the installation is no demo: it is closed, and stays known as such. */
    void endDemo(Instant now) {
        active = false;
        demoEndedAt = now;
    }

    void speak(String newLocale) {
        if (newLocale != null && !LOCALES.contains(newLocale)) {
            throw RefusedException.ofField("locale", "one of " + LOCALES);
        }
        locale = newLocale;
    }

    /** What the person says of themselves. */
    void describe(Profile profile) {
        describe(profile.displayName(), email);
        title = TextRules.line("title", profile.title(), LONGEST_TITLE);
        speak(profile.locale());
        enterSends = profile.enterSends();
    }

    /** Each picture has a tag of its own; null where there is none. */
    void changePhoto(UUID tag) {
        photoTag = tag;
    }

    boolean isActive() {
        return active;
    }

    boolean takesChats() {
        return active && roles.stream().anyMatch(Role::takesChats);
    }

    String passwordHash() {
        return passwordHash;
    }

    UUID id() {
        return id;
    }

    AccountView view() {
        return new AccountView(id, version, userName, displayName, email, roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles), active,
            mustChangePassword, locale, title, enterSends, photoTag);
    }
}
