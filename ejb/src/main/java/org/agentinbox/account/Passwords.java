package org.agentinbox.account;

import java.util.Map;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;

/** Hashes passwords: PBKDF2 with SHA-512, 210,000 rounds (OWASP's figure), a salt of its own for each. */
@ApplicationScoped
class Passwords {

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
}
