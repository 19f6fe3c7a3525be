package org.agentinbox.it.fuzz;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a site signs about who a visitor is, with mistakes in header, claims, signature and all of it. */
final class Identities {

    static final String SECRET = "0123456789abcdef0123456789abcdef0123456789";
    private static final List<String> HEADERS = List.of("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
        "{\"alg\":\"HS256\",\"typ\":\"JWT\"}", "{\"alg\":\"HS256\"}", "{\"alg\":\"none\"}", "{\"alg\":\"HS512\"}", "{\"alg\":\"RS256\"}",
        "{}", "[]",
        "{\"alg\":1}", "{\"alg\":null}", "{\"alg\":\"HS256\",\"crit\":[\"x\"]}", "{\"alg\":\"HS256\",\"crit\":1}",
        "{\"alg\":\"HS256\",\"b64\":false}",
        "{\"alg\":\"HS256\",\"zip\":\"DEF\"}", "{\"alg\":\"HS256\",\"kid\":{\"a\":1}}", "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}", "{", "");

    private Identities() {}

    /** @return stands for a token in the text of a case, since an instant and a signature are in it */
    static String placeholder(Chance chance) {
        return "{{jws:" + Long.toHexString(chance.number()) + "}}";
    }

    /** @return the token that a placeholder stands for */
    static String token(String number, Instant now) {
        Chance chance = new Chance(Long.parseUnsignedLong(number, 16), 0);
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("email", "fuzz-" + chance.below(100) + "@customer.example");
        claims.put("exp", now.plusSeconds(300).getEpochSecond());
        claims.put("jti", chance.id().toString());
        claims.put("name", "Vera Lind");
        claims.put("crmStatus", "Customer");
        claims.put("attributes", Map.of("plan", "Business"));
        String json = Mistakes.inText(JsonText.of(Mistakes.inMembers(claims, chance)), chance);
        String input = base64(chance.of(HEADERS).getBytes(StandardCharsets.UTF_8)) + "." + base64(json.getBytes(StandardCharsets.UTF_8));
        return Mistakes.inText(input + "." + base64(signature(input)), chance);
    }

    private static byte[] signature(String input) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(input.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
