package org.agentinbox.account.passkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes challenges that say themselves until when they are valid, and whose signature tells what for: 16 random bytes, the second at which
 * they expire, and an HMAC-SHA256 over both and the purpose. So asking for challenges, which everybody may, stores nothing.
 */
final class ChallengeSigner {

    static final Duration LIFE = Duration.ofMinutes(5);
    private static final int RANDOM_BYTES = 16;
    private static final int SIGNED_BYTES = RANDOM_BYTES + Long.BYTES;
    private static final int ALL_BYTES = SIGNED_BYTES + 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    ChallengeSigner(byte[] secret) {
        key = new SecretKeySpec(secret, "HmacSHA256");
    }

    byte[] next(String purpose, Instant now) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES).put(random).putLong(now.plus(LIFE).getEpochSecond()).array();
        return ByteBuffer.allocate(ALL_BYTES).put(signed).put(signature(signed, purpose)).array();
    }

    /** Whether it is one of ours, for this purpose, and not expired. */
    boolean isValid(byte[] challenge, String purpose, Instant now) {
        if (challenge == null || challenge.length != ALL_BYTES) {
            return false;
        }
        byte[] signed = Arrays.copyOf(challenge, SIGNED_BYTES);
        byte[] signature = Arrays.copyOfRange(challenge, SIGNED_BYTES, ALL_BYTES);
        return MessageDigest.isEqual(signature, signature(signed, purpose)) && now.getEpochSecond() < expiry(challenge);
    }

    /** The second at which a valid one expires. */
    static long expiry(byte[] challenge) {
        return ByteBuffer.wrap(challenge).getLong(RANDOM_BYTES);
    }

    private byte[] signature(byte[] signed, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(signed);
            return mac.doFinal(purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }
}
