package org.agentinbox.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;

/** Hashes passwords: PBKDF2 with SHA-512, 210,000 rounds (OWASP's figure), a salt of its own for each. */
@ApplicationScoped
class Passwords {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final String ROUNDS = "210000";
    private static final int SALT_BYTES = 32;
    private static final int HASH_BYTES = 32;

    @Inject
    private Pbkdf2PasswordHash hash;
    /** In the form of a hash, of no password that anybody knows: making it takes no time at the start. */
    private String anyHash;

    @PostConstruct
    void configure() {
        hash.initialize(Map.of("Pbkdf2PasswordHash.Algorithm", ALGORITHM, "Pbkdf2PasswordHash.Iterations", ROUNDS,
            "Pbkdf2PasswordHash.SaltSizeBytes", String.valueOf(SALT_BYTES), "Pbkdf2PasswordHash.KeySizeBytes", String.valueOf(HASH_BYTES)));
        anyHash = ofNobody();
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    /** In the form of a hash, of no password that anybody knows. */
    static String ofNobody() {
        return ALGORITHM + ":" + ROUNDS + ":" + random(SALT_BYTES) + ":" + random(HASH_BYTES);
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
