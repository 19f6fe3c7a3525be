package org.agentinbox.visitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What a site signs, and what others would like to pass for it. Signed here with the JDK alone, as a site might. */
class IdentityTokenTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final long SOON = NOON.plusSeconds(300).getEpochSecond();
    private static final byte[] KEY = Tokens.next().getBytes(UTF_8);
    private static final byte[] OLD_KEY = Tokens.next().getBytes(UTF_8);
    private static final String HS256 = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private static final String VERA = "{\"email\":\"Vera@Customer.example\",\"name\":\"Vera Lind\",\"crmStatus\":\"Customer\","
        + "\"attributes\":{\"plan\":\"Business\",\"seats\":200,\"trial\":false},\"exp\":" + SOON + "}";

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String sign(String header, String claims, byte[] key, String mac) {
        String input = base64(header.getBytes(UTF_8)) + "." + base64(claims.getBytes(UTF_8));
        try {
            Mac hmac = Mac.getInstance(mac);
            hmac.init(new SecretKeySpec(key, mac));
            return input + "." + base64(hmac.doFinal(input.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String sign(String claims) {
        return sign(HS256, claims, KEY, "HmacSHA256");
    }

    private static String claims(String more) {
        return "{\"email\":\"vera@customer.example\"" + more + "}";
    }

    private static String refusal(String token, List<byte[]> keys) {
        RefusedException refused = assertThrows(RefusedException.class, () -> IdentityToken.read(token, keys, NOON));
        assertEquals(Refusal.INVALID_FIELD, refused.refusal());
        assertFalse(refused.getMessage().contains(new String(KEY, UTF_8)), "never the secret");
        return refused.getMessage();
    }

    @Test
    void whatTheSiteSignedIsRead() {
        IdentityToken token = IdentityToken.read(sign(VERA), List.of(KEY), NOON);
        assertEquals("Vera@Customer.example", token.email());
        assertEquals(
            new VerifiedFields("Vera Lind", null, null, null, "Customer", Map.of("plan", "Business", "seats", "200", "trial", "false")),
            token.fields());
        assertEquals(SOON, token.endsAt().getEpochSecond());
        assertFalse(token.toString().contains("Vera"), "nothing of it is logged");
    }

    @Test
    void theSecretBeforeHoldsWhileItIsGiven() {
        String old = sign(HS256, VERA, OLD_KEY, "HmacSHA256");
        assertEquals("Vera Lind", IdentityToken.read(old, List.of(KEY, OLD_KEY), NOON).fields().name());
        assertTrue(refusal(old, List.of(KEY)).contains("does not fit"));
        assertTrue(refusal(old, List.of()).contains("no secret yet"));
        assertTrue(refusal(sign(HS256, claims(",\"exp\":1"), OLD_KEY, "HmacSHA256"), List.of(KEY, OLD_KEY)).contains("expired"));
        assertTrue(refusal(sign(claims(",\"exp\":1")), List.of(KEY, OLD_KEY)).contains("expired"));
    }

    static Stream<Arguments> hostile() {
        String signed = sign(VERA);
        String body = signed.substring(signed.indexOf('.'), signed.lastIndexOf('.') + 1);
        String signature = signed.substring(signed.lastIndexOf('.') + 1);
        return Stream.of(
            Arguments.of("wrong secret", sign(HS256, VERA, Tokens.next().getBytes(UTF_8), "HmacSHA256"), "does not fit"),
            Arguments.of("empty secret", sign(HS256, VERA, new byte[1], "HmacSHA256"), "does not fit"),
            Arguments.of("none", base64("{\"alg\":\"none\"}".getBytes(UTF_8)) + body, "HS256"),
            Arguments.of("none with a signature", base64("{\"alg\":\"none\"}".getBytes(UTF_8)) + body + signature, "HS256"),
            Arguments.of("None", base64("{\"alg\":\"None\"}".getBytes(UTF_8)) + body, "HS256"),
            Arguments.of("no algorithm", base64("{}".getBytes(UTF_8)) + body + signature, "HS256"),
            Arguments.of("a number", base64("{\"alg\":1}".getBytes(UTF_8)) + body + signature, "HS256"),
            Arguments.of("HS512", sign("{\"alg\":\"HS512\"}", VERA, KEY, "HmacSHA512"), "HS256"),
            Arguments.of("HS384", sign("{\"alg\":\"HS384\"}", VERA, KEY, "HmacSHA384"), "HS256"),
            Arguments.of("RS256", sign("{\"alg\":\"RS256\"}", VERA, KEY, "HmacSHA256"), "HS256"),
            Arguments.of("a key of its own",
                sign("{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}", VERA, new byte[32], "HmacSHA256"), "does not fit"),
            Arguments.of("critical", sign("{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}", VERA, KEY, "HmacSHA256"), "cannot be read"),
            Arguments.of("no signature", signed.substring(0, signed.lastIndexOf('.') + 1), "does not fit"),
            Arguments.of("a short signature", signed.substring(0, signed.length() - 10), "does not fit"),
            Arguments.of("two parts", signed.substring(0, signed.lastIndexOf('.')), "compact JWS"),
            Arguments.of("five parts", signed + ".a.b", "compact JWS"),
            Arguments.of("nothing", "", "compact JWS"),
            Arguments.of("points", "..", ""),
            Arguments.of("nonsense", "vera@customer.example", "compact JWS"),
            Arguments.of("long", "a".repeat(20_000), "at most"),
            Arguments.of("other claims",
                signed.substring(0, signed.indexOf('.')) + "." + base64(VERA.replace("Vera", "Evil").getBytes(UTF_8)) + "." + signature,
                "does not fit"),
            Arguments.of("no exp", sign(claims("")), "\"exp\" is missing"),
            Arguments.of("expired", sign(claims(",\"exp\":" + NOON.minusSeconds(61).getEpochSecond())), "expired"),
            Arguments.of("too long-lived", sign(claims(",\"exp\":" + NOON.plusSeconds(86_400 + 120).getEpochSecond())), "within 24 hours"),
            Arguments.of("exp for ever", sign(claims(",\"exp\":9223372036854775807")), ""),
            Arguments.of("exp in words", sign(claims(",\"exp\":\"tomorrow\"")), ""),
            Arguments.of("not yet", sign(claims(",\"nbf\":" + (SOON - 100) + ",\"exp\":" + SOON)), "not valid yet"),
            Arguments.of("nobody", sign("{\"sub\":\"17\",\"exp\":" + SOON + "}"), "\"email\" is missing"),
            Arguments.of("blank", sign("{\"email\":\"  \",\"exp\":" + SOON + "}"), "\"email\" is missing"),
            Arguments.of("a list", sign("{\"email\":[\"vera@customer.example\"],\"exp\":" + SOON + "}"), "must be a string"),
            Arguments.of("a number", sign(claims(",\"crmStatus\":7,\"exp\":" + SOON)), "must be a string"),
            Arguments.of("attributes", sign(claims(",\"attributes\":[],\"exp\":" + SOON)), "must be an object"),
            Arguments.of("nested", sign(claims(",\"attributes\":{\"a\":{}},\"exp\":" + SOON)), "strings, numbers"),
            Arguments.of("no JSON", sign("vera"), "cannot be read"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void whatIsWorthNothingIsRefusedInWords(String name, String token, String words) {
        assertTrue(refusal(token, List.of(KEY, OLD_KEY)).contains(words), () -> refusal(token, List.of(KEY, OLD_KEY)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-59, 1, 86_400})
    void clocksMayDiffer(long seconds) {
        IdentityToken.read(sign(claims(",\"exp\":" + NOON.plusSeconds(seconds).getEpochSecond())), List.of(KEY), NOON);
    }

    @Test
    void aBadAddressIsNobodys() {
        RefusedException refused = assertThrows(RefusedException.class,
            () -> IdentityToken.read(sign("{\"email\":\"vera\",\"exp\":" + SOON + "}"), List.of(KEY), NOON));
        assertEquals("email", refused.field());
    }

    /** The last character of a signature has two bits that no decoder looks at: written otherwise it is still the same token. */
    @Test
    void aTokenWrittenOtherwiseIsTheSameToken() {
        String token = sign(VERA);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(token.charAt(token.length() - 1));
        String other = token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
        assertArrayEquals(IdentityToken.read(token, List.of(KEY), NOON).hash(), IdentityToken.read(other, List.of(KEY), NOON).hash());
    }

    @Property(tries = 300)
    void noOtherByteFits(@ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(min = 1, max = 63) int shift) {
        String token = sign(VERA);
        // All but the last character, see above.
        int at = place % (token.length() - 1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int was = alphabet.indexOf(token.charAt(at));
        String changed = was < 0 ? "A" : String.valueOf(alphabet.charAt((was + shift) % 64));
        refusal(token.substring(0, at) + changed + token.substring(at + 1), List.of(KEY));
    }

    @Test
    void aKeyThatIsTooShortIsNeverUsed() {
        byte[] weak = "secret".getBytes(UTF_8);
        String token = sign(HS256, VERA, weak, "HmacSHA256");
        assertThrows(IllegalStateException.class, () -> IdentityToken.read(token, List.of(weak), NOON));
    }

    @Test
    void whatIsNotSaidIsNull() {
        assertNull(IdentityToken.read(sign(claims(",\"exp\":" + SOON)), List.of(KEY), NOON).fields().attributes());
    }
}
