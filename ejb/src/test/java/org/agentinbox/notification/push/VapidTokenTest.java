package org.agentinbox.notification.push;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.RepeatedTest;

/** The token by which a push service knows us, read by a library that others wrote. */
class VapidTokenTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    /** More than once: signatures are random, and now and then one of their numbers is short. */
    @RepeatedTest(20)
    void othersVerifyTheToken() throws Exception {
        KeyPair ours = P256.newPair();
        byte[] point = P256.encode((ECPublicKey) ours.getPublic());
        Matcher header = Pattern.compile("vapid t=([\\w.-]+), k=([\\w-]+)").matcher(
            VapidToken.authorization(ours.getPrivate(), point, "https://push.example", "mailto:ops@example.com", NOW));
        assertTrue(header.matches());
        assertArrayEquals(point, Base64.getUrlDecoder().decode(header.group(2)));
        JwtClaims claims = consumer(ours, "https://push.example").processToClaims(header.group(1));
        assertEquals("mailto:ops@example.com", claims.getSubject());
        assertEquals(NumericDate.fromSeconds(NOW.getEpochSecond() + 12 * 3_600), claims.getExpirationTime());
        assertThrows(InvalidJwtException.class, () -> consumer(P256.newPair(), "https://push.example").processToClaims(header.group(1)));
    }

    private static JwtConsumer consumer(KeyPair key, String audience) {
        return new JwtConsumerBuilder().setVerificationKey(key.getPublic()).setExpectedAudience(audience).setRequireExpirationTime()
            .setEvaluationTime(NumericDate.fromSeconds(NOW.getEpochSecond())).setMaxFutureValidityInMinutes(24 * 60).build();
    }
}
