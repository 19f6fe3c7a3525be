package org.agentinbox.notification.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.agentinbox.platform.JsonApi.JSON;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Tells a push service who sends (VAPID, RFC 8292): a signed token, made anew for each push, which takes well under a millisecond. */
final class VapidToken {

    /** RFC 8292 allows 24 hours at most; a clock may be wrong on either side. */
    private static final Duration VALID = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = BASE64.encodeToString("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(UTF_8));

    private VapidToken() {}

    /**
     * @param privateKey ours
     * @param publicPoint its public half, as browsers got it when they subscribed
     * @param audience the push service's origin
     * @param subject who can be asked about us: an https or mailto address
     * @param now the present instant
     * @return the value of the Authorization header
     */
    static String authorization(PrivateKey privateKey, byte[] publicPoint, String audience, String subject, Instant now)
        throws GeneralSecurityException {
        String claims = JSON.createObjectBuilder().add("aud", audience).add("exp", now.plus(VALID).getEpochSecond())
            .add("sub", subject).build().toString();
        String signed = HEADER + "." + BASE64.encodeToString(claims.getBytes(UTF_8));
        // P1363: the two numbers side by side, as tokens have them (RFC 7518, section 3.4).
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(privateKey);
        signature.update(signed.getBytes(UTF_8));
        return "vapid t=" + signed + "." + BASE64.encodeToString(signature.sign()) + ", k=" + BASE64.encodeToString(publicPoint);
    }
}
