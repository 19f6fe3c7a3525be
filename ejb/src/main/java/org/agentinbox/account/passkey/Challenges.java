package org.agentinbox.account.passkey;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Challenges for passkeys to sign, of all nodes: each is valid for five minutes and one use. Works in its caller's transaction. */
@ApplicationScoped
class Challenges {

    static final String SIGN_IN = "sign-in";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    byte[] next(String purpose) {
        return signer().next(purpose, clock.instant());
    }

    boolean isValid(byte[] challenge, String purpose) {
        return signer().isValid(challenge, purpose, clock.instant());
    }

    /**
     * Uses one up, after what it was made for is proved: so strangers add no rows. Of two uses at once the second waits for the first.
     *
     * @param challenge a valid one
     * @return whether this was its first use
     */
    boolean use(byte[] challenge) {
        em.createNativeQuery("DELETE FROM passkey_challenge_used WHERE expires_at < :now").setParameter("now", clock.instant())
            .executeUpdate();
        return em.createNativeQuery("INSERT INTO passkey_challenge_used (challenge_hash, expires_at) VALUES (:hash, :expires) "
            + "ON CONFLICT DO NOTHING").setParameter("hash", hash(challenge))
            .setParameter("expires", Instant.ofEpochSecond(ChallengeSigner.expiry(challenge))).executeUpdate() == 1;
    }

    private ChallengeSigner signer() {
        return new ChallengeSigner((byte[]) em.createNativeQuery("SELECT secret FROM passkey_challenge_key").getSingleResult());
    }

    private static byte[] hash(byte[] challenge) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(challenge);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
