package org.agentinbox.visitor;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * A signed statement of the site about its visitor: a compact JWS (RFC 7515) with HS256 and the site's secret. Its claim {@code email}
 * identifies the person.
 *
 * @param email whose token it is
 * @param fields what the site vouches for
 * @param endsAt when it expires
 * @param hash identifies the token, independently of how its signature is encoded
 */
record IdentityToken(String email, VerifiedFields fields, Instant endsAt, byte[] hash) {

    /** A page may stay open for a day; a stolen token must not be valid for longer. */
    static final Duration LONGEST = Duration.ofHours(24);
    /** Tolerance for clocks that differ between two servers. */
    static final Duration SKEW = Duration.ofSeconds(60);
    private static final int MOST_CHARACTERS = 16_384;
    /** RFC 7518, section 3.2: the key must be at least as long as the hash. */
    private static final int FEWEST_KEY_BYTES = 32;

    /**
     * @param compact the token as the page passed it on
     * @param keys the site's valid secrets
     * @param now the present instant
     * @return its contents, all checked
     * @throws RefusedException of the field {@code signed}, with the reason; it contains nothing of the token or the keys
     */
    static IdentityToken read(String compact, List<byte[]> keys, Instant now) {
        if (keys.isEmpty()) {
            throw refused("this site has no secret yet: an administrator makes one");
        }
        checkHeader(compact);
        InvalidJwtException problem = null;
        for (byte[] key : keys) {
            try {
                return of(compact, consumer(key, now).processToClaims(compact));
            } catch (InvalidJwtException e) {
                // The message is that of the secret whose signature fits; where none fits, it says that the signature is invalid.
                problem = problem == null || !e.hasErrorCode(ErrorCodes.SIGNATURE_INVALID) ? e : problem;
            } catch (MalformedClaimException e) {
                throw refused("a claim has a value of the wrong kind");
            }
        }
        throw refused(words(problem));
    }

    private static void checkHeader(String compact) {
        if (compact.length() > MOST_CHARACTERS) {
            throw refused("at most " + MOST_CHARACTERS + " characters");
        }
        try {
            JsonWebSignature token = new JsonWebSignature();
            token.setCompactSerialization(compact);
            // Whoever wrote the header may have put anything there, not only a text.
            if (!AlgorithmIdentifiers.HMAC_SHA256.equals(token.getHeaders().getObjectHeaderValue("alg"))) {
                throw refused("the algorithm must be HS256");
            }
        } catch (JoseException e) {
            throw refused("a compact JWS is wanted: three parts with points between them");
        }
    }

    private static JwtConsumer consumer(byte[] key, Instant now) {
        if (key.length < FEWEST_KEY_BYTES) {
            throw new IllegalStateException("A site secret has fewer than " + FEWEST_KEY_BYTES + " bytes.");
        }
        return new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
            .setVerificationKey(new HmacKey(key))
            .setRequireExpirationTime()
            .setMaxFutureValidityInMinutes((int) LONGEST.toMinutes())
            .setAllowedClockSkewInSeconds((int) SKEW.toSeconds())
            .setSkipDefaultAudienceValidation()
            .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
            .build();
    }

    private static IdentityToken of(String compact, JwtClaims claims) throws MalformedClaimException {
        String email = ClaimedEmail.checked(text(claims, "email"));
        if (email == null) {
            throw refused("the claim \"email\" is missing: it says who the visitor is");
        }
        VerifiedFields fields = new VerifiedFields(text(claims, "name"), text(claims, "jobTitle"), text(claims, "phone"),
            text(claims, "company"),
            text(claims, "crmStatus"), attributes(claims.getClaimValue("attributes")));
        byte[] hash = Tokens.hash(compact.substring(0, compact.lastIndexOf('.')));
        return new IdentityToken(email, fields, Instant.ofEpochMilli(claims.getExpirationTime().getValueInMillis()), hash);
    }

    private static String text(JwtClaims claims, String name) {
        Object value = claims.getClaimValue(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw refused("the claim \"" + name + "\" must be a string");
    }

    private static Map<String, String> attributes(Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof Map<?, ?> said)) {
            throw refused("the claim \"attributes\" must be an object");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        said.forEach((name, one) -> {
            if (!(one instanceof String || one instanceof Number || one instanceof Boolean)) {
                throw refused("attributes are strings, numbers or booleans");
            }
            attributes.put(String.valueOf(name), String.valueOf(one));
        });
        return attributes;
    }

    private static String words(InvalidJwtException problem) {
        if (problem.hasErrorCode(ErrorCodes.SIGNATURE_INVALID)) {
            return "the signature does not fit the site's secret";
        }
        if (problem.hasErrorCode(ErrorCodes.EXPIRATION_MISSING)) {
            return "the claim \"exp\" is missing";
        }
        if (problem.hasErrorCode(ErrorCodes.EXPIRED)) {
            return "it has expired";
        }
        if (problem.hasErrorCode(ErrorCodes.EXPIRATION_TOO_FAR_IN_FUTURE)) {
            return "it must expire within " + LONGEST.toHours() + " hours";
        }
        return problem.hasErrorCode(ErrorCodes.NOT_YET_VALID) ? "it is not valid yet" : "it cannot be read";
    }

    private static RefusedException refused(String why) {
        return RefusedException.ofField("signed", why);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityToken token && MessageDigest.isEqual(hash, token.hash);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }

    @Override
    public String toString() {
        return "IdentityToken[" + endsAt + "]";
    }
}
