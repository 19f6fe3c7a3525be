package org.agentinbox.it.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An OpenID provider that answers what a test wants, with tokens that it signs itself. */
final class HostileProvider implements AutoCloseable {

    static final String CLIENT = "inbox";

    private final HttpServer server;
    private final Set<String> usedCodes = ConcurrentHashMap.newKeySet();
    private volatile RSAKey key = newKey();
    volatile boolean down;
    volatile boolean refreshEnds;
    volatile String userInfoSubject;
    volatile Map<String, Object> userInfo = Map.of();
    /** Makes the ID token of a nonce. */
    volatile Function idToken;
    /** Counts down to when the token endpoint answers; null for at once. */
    volatile CountDownLatch held;
    /** What it was asked when a browser came last. */
    volatile Map<String, String> asked = Map.of();
    private volatile String nonce;
    private volatile String refreshed;

    /** A token for a nonce. */
    interface Function {

        String token(String nonce);
    }

    HostileProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Of an installation with demo data, to which it is the provider {@code corp}. */
    Map<String, String> settings() {
        return Map.of("agentinbox.demo", "true", "agentinbox.secret-key", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "agentinbox.oidc.providers", "corp", "agentinbox.oidc.corp.issuer", issuer(), "agentinbox.oidc.hosts", issuer(),
            "agentinbox.oidc.corp.client-id", CLIENT, "agentinbox.oidc.corp.roles", "agents=live-agent,admins=sales-admin");
    }

    void asks(String newNonce) {
        nonce = newNonce;
    }

    void rotate() {
        key = newKey();
    }

    /** The ID token of refreshed answers; null for none. */
    void refreshedBy(String token) {
        refreshed = token;
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).algorithm(JWSAlgorithm.RS256).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    JWTClaimsSet.Builder claims(String subject) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder().issuer(issuer()).subject(subject).audience(CLIENT).issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300))).claim("sid", "session-of-" + subject);
    }

    String person(String subject, String token, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = claims(subject).claim("nonce", token).claim("name", "Person " + subject)
            .claim("preferred_username", subject).claim("email", subject + "@corp.example").claim("email_verified", true)
            .claim("roles", List.of("agents"));
        change.accept(claims);
        return signed(claims.build(), null);
    }

    String signed(JWTClaimsSet claims, String type) {
        return signed(claims, type, key);
    }

    /** With a key that nobody publishes. */
    String forged(JWTClaimsSet claims) {
        return signed(claims, null, new RSAKey.Builder(newKey()).keyID(key.getKeyID()).build());
    }

    private static String signed(JWTClaimsSet claims, String type, RSAKey by) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID())
                .type(type == null ? null : new JOSEObjectType(type)).build(), claims);
            token.sign(new RSASSASigner(by.toRSAPrivateKey()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    /** By a shared secret that everybody has: the public key. */
    String bySecret(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
            token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (down) {
            send(exchange, 503, "{}");
        } else if (path.endsWith("/openid-configuration")) {
            send(exchange, 200, """
                {"issuer":"I","authorization_endpoint":"I/authorize","token_endpoint":"I/token",
                "jwks_uri":"I/keys","userinfo_endpoint":"I/userinfo",
                "end_session_endpoint":"I/end","subject_types_supported":["public"],"response_types_supported":["code"],
                "authorization_response_iss_parameter_supported":true,"id_token_signing_alg_values_supported":["RS256","HS256","none"]}"""
                .replace("\"I", "\"" + issuer()));
        } else if (path.endsWith("/keys")) {
            send(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
        } else if (path.endsWith("/userinfo")) {
            String all = userInfo.entrySet().stream().map(claim -> ",\"" + claim.getKey() + "\":\"" + claim.getValue() + "\"")
                .collect(Collectors.joining());
            send(exchange, 200, "{\"sub\":\"" + userInfoSubject + "\"" + all + "}");
        } else if (path.endsWith("/authorize")) {
            asked = parameters(exchange.getRequestURI().getRawQuery());
            nonce = asked.get("nonce");
            lead(exchange, asked.get("redirect_uri") + "?code=" + UUID.randomUUID() + "&state=" + asked.get("state") + "&iss=" + issuer());
        } else if (path.endsWith("/end")) {
            lead(exchange, parameters(exchange.getRequestURI().getRawQuery()).get("post_logout_redirect_uri"));
        } else {
            token(exchange, parameters(body));
        }
    }

    private static void lead(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
        await(held);
        boolean refresh = "refresh_token".equals(asked.get("grant_type"));
        boolean valid = refresh ? !refreshEnds : asked.containsKey("code_verifier") && usedCodes.add(asked.get("code"));
        if (!valid) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String token = refresh ? refreshed : idToken.token(nonce);
        send(exchange, 200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"refresh_token\":\"r\""
            + (token == null ? "" : ",\"id_token\":\"" + token + "\"") + "}");
    }

    private static void await(CountDownLatch latch) {
        try {
            if (latch != null) {
                latch.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Map<String, String> parameters(String encoded) {
        return Stream.of(encoded.split("&")).map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
