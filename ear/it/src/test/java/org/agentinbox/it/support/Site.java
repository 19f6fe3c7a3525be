package org.agentinbox.it.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.agentinbox.platform.Tokens;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** A customer's web site: it signs the identity of its visitors, and has API keys. */
public final class Site {

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
    private final String secret;

    private Site(String secret) {
        this.secret = secret;
    }

    /** @return a site with a new secret, which replaces all earlier ones */
    public static Site with(Installation installation) {
        String secret = UUID.randomUUID() + "" + UUID.randomUUID();
        installation.query("DELETE FROM site_secret");
        installation.query("INSERT INTO site_secret (id, secret, created_at) VALUES (gen_random_uuid(), ?, now())", secret);
        return new Site(secret);
    }

    /** @return a site whose secret the installation does not know */
    public static Site stranger() {
        return new Site(UUID.randomUUID() + "" + UUID.randomUUID());
    }

    /** @return claims to add to; they expire in five minutes */
    public static JsonObjectBuilder claims(String email) {
        return Json.createObjectBuilder().add("email", email).add("exp", Instant.now().plusSeconds(300).getEpochSecond()).add("jti",
            UUID.randomUUID().toString());
    }

    /** @return the claims as a signed compact JWS */
    public String sign(JsonObjectBuilder claims) {
        String input = base64(HEADER.getBytes(StandardCharsets.UTF_8)) + "."
            + base64(claims.build().toString().getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return input + "." + base64(mac.doFinal(input.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** @return a new API key of an administrator, with all scopes */
    public static String apiKey(Installation installation) {
        return apiKey(installation, "READ", "VISITORS", "CONFIGURATION", "ROUTING");
    }

    /** @return a new API key of an administrator, with these scopes */
    public static String apiKey(Installation installation, String... scopes) {
        String key = "aik_" + UUID.randomUUID();
        UUID id = UUID.randomUUID();
        // Without demo data there is no administrator yet.
        installation.query("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, "
            + "created_at) SELECT gen_random_uuid(), 0, 'sam', 'Sam', '', false, true, now() WHERE NOT EXISTS (SELECT FROM account)");
        installation.query("INSERT INTO account_role SELECT id, 'SALES_ADMIN' FROM account WHERE user_name = 'sam' ON CONFLICT DO NOTHING");
        installation.query("INSERT INTO api_key (id, name, beginning, key_hash, created_by, owner_id, created_at, ends_at) "
            + "SELECT ?, 'Test', 'aik_test', ?, id, id, now(), now() + interval '1 year' FROM account WHERE user_name = 'sam'", id,
            Tokens.hash(key));
        for (String scope : scopes) {
            installation.query("INSERT INTO api_key_scope (key_id, scope) VALUES (?, ?)", id, scope);
        }
        return key;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
