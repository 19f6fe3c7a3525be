package org.agentinbox.account;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;

/** Hashes and judges passwords: PBKDF2 with SHA-512, 210,000 rounds (OWASP's figure), a salt of its own for each. */
@ApplicationScoped
class Passwords {

    private static final int LEAST = 10;
    private static final int MOST = 200;
    /** Hardly a password is without the letters of a shorter user name. */
    private static final int NAME_THAT_COUNTS = 4;
    private static final Set<String> COMMON = Set.of("password12", "password123", "1234567890", "0123456789", "qwertyuiop",
        "agentinbox", "agent-inbox", "letmein123", "iloveyou12", "administrator");

    @Inject
    private Pbkdf2PasswordHash hash;
    private String anyHash;

    @PostConstruct
    void configure() {
        hash.initialize(Map.of("Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000", "Pbkdf2PasswordHash.SaltSizeBytes", "32"));
        anyHash = hash("nobody's password");
    }

    String hash(String password) {
        return hash.generate(password.toCharArray());
    }

    boolean matches(String password, String expected) {
        return hash.verify(password.toCharArray(), expected);
    }

    /** Takes as long as a real comparison, so that the time does not tell which user names exist. */
    void pretendToMatch(String password) {
        hash.verify(password.toCharArray(), anyHash);
    }

    /** Length counts, not a mix of character classes (NIST SP 800-63B, 5.1.1.2). */
    static void requireStrong(String password, String userName) {
        String lower = password == null ? "" : password.toLowerCase(Locale.ROOT);
        int length = lower.codePointCount(0, lower.length());
        boolean tellsName = userName.length() >= NAME_THAT_COUNTS && lower.contains(userName);
        if (length < LEAST || length > MOST || COMMON.contains(lower) || tellsName || lower.chars().distinct().count() < 4) {
            throw new RefusedException(Refusal.WEAK_PASSWORD,
                LEAST + " to " + MOST + " characters, not a common one and not with the user name in it.");
        }
    }
}
