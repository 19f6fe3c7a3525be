package org.agentinbox.it.support;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

import com.google.crypto.tink.apps.webpush.WebPushHybridDecrypt;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

/**
 * A push service on this machine that behaves like those of the browsers: it verifies the sender and decrypts what it gets, both with
 * independent libraries. A request that does not follow the standards is answered with 400 and recorded.
 */
public final class PushService {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 4_096;
    private static PushService shared;

    private final HttpServer server;
    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    private PushService(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "push service");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::handle);
        server.start();
    }

    /** @return the push service that the shared installation may call */
    public static synchronized PushService shared() {
        if (shared == null) {
            shared = new PushService(Installation.PUSH_PORT);
        }
        return shared;
    }

    public static String origin() {
        return "http://127.0.0.1:" + Installation.PUSH_PORT;
    }

    /** A decrypted push. */
    public record Received(JsonObject data, Headers headers) {}

    /** A browser's subscription. */
    public static final class Browser {

        private final String id = UUID.randomUUID().toString();
        private final KeyPair keys;
        private final byte[] auth = new byte[16];
        private final List<Received> received = new ArrayList<>();
        private final Deque<Map.Entry<Integer, String>> answers = new ArrayDeque<>();

        private Browser() throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            keys = generator.generateKeyPair();
            new SecureRandom().nextBytes(auth);
        }

        /** @return the address that pushes are sent to */
        public String endpoint() {
            return origin() + "/push/" + id;
        }

        /** @return the browser's public key in base64url */
        public String p256dh() {
            byte[] point = new byte[65];
            point[0] = 4;
            put(((ECPublicKey) keys.getPublic()).getW().getAffineX(), point, 33);
            put(((ECPublicKey) keys.getPublic()).getW().getAffineY(), point, 65);
            return base64(point);
        }

        private static void put(BigInteger number, byte[] to, int end) {
            byte[] bytes = number.toByteArray();
            int length = Math.min(32, bytes.length);
            System.arraycopy(bytes, bytes.length - length, to, end - length, length);
        }

        /** @return the authentication secret in base64url */
        public String auth() {
            return base64(auth);
        }

        /** @return the JSON that the page of this browser posts */
        public String subscription() {
            return Json.createObjectBuilder().add("endpoint", endpoint()).add("p256dh", p256dh()).add("auth", auth()).add("locale", "en")
                .build().toString();
        }

        /** Answers the next push with this status instead of 201. */
        public synchronized void answerNext(int status, String retryAfter) {
            answers.add(Map.entry(status, retryAfter));
        }

        private synchronized Map.Entry<Integer, String> next() {
            return answers.isEmpty() ? Map.entry(201, "") : answers.poll();
        }

        private synchronized void keep(Received push) {
            received.add(push);
        }

        /** @return the pushes accepted so far */
        public synchronized List<Received> received() {
            return List.copyOf(received);
        }

        /** @return the first push of a type that meets the condition */
        public Received await(String type, Predicate<JsonObject> condition) {
            Received[] found = new Received[1];
            Await.until("a push " + type, PATIENCE, () -> {
                found[0] = received().stream().filter(r -> r.data().getString("type").equals(type) && condition.test(r.data())).findFirst()
                    .orElse(null);
                return found[0] != null;
            });
            return found[0];
        }

        private JsonObject decrypt(byte[] body) throws GeneralSecurityException {
            byte[] plain = new WebPushHybridDecrypt.Builder().withAuthSecret(auth).withRecipientPublicKey((ECPublicKey) keys.getPublic())
                .withRecipientPrivateKey((ECPrivateKey) keys.getPrivate()).build().decrypt(body, null);
            try (JsonReader reader = Json.createReader(new StringReader(new String(plain, StandardCharsets.UTF_8)))) {
                return reader.readObject();
            }
        }
    }

    /** @return a browser with a new subscription */
    public Browser subscribe() {
        try {
            Browser browser = new Browser();
            browsers.put("/push/" + browser.id, browser);
            return browser;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** @return the requests that did not follow the standards */
    public synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Browser browser = browsers.get(exchange.getRequestURI().getPath());
        Map.Entry<Integer, String> answer = browser == null ? Map.entry(404, "") : browser.next();
        int status = answer.getKey();
        if (status == 201) {
            try {
                check(exchange.getRequestMethod(), exchange.getRequestHeaders(), body);
                browser.keep(new Received(browser.decrypt(body), exchange.getRequestHeaders()));
            } catch (Exception | AssertionError e) {
                tell(e);
                status = 400;
            }
        }
        if (!answer.getValue().isEmpty()) {
            exchange.getResponseHeaders().add("Retry-After", answer.getValue());
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private synchronized void tell(Throwable problem) {
        wrong.add(problem.toString());
    }

    private static void check(String method, Headers headers, byte[] body) throws Exception {
        require("POST".equals(method), method);
        require(body.length <= MOST_BYTES, body.length + " bytes");
        require("aes128gcm".equals(headers.getFirst("Content-Encoding")), "content coding");
        require(headers.getFirst("TTL").matches("\\d+"), "TTL");
        require(List.of("very-low", "low", "normal", "high").contains(headers.getFirst("Urgency")), "urgency");
        require(headers.getFirst("Topic").matches("[A-Za-z0-9_-]{1,32}"), "topic");
        Matcher authorization = Pattern.compile("vapid t=([\\w.-]+), k=([\\w-]+)").matcher(headers.getFirst("Authorization"));
        require(authorization.matches(), "authorization");
        new JwtConsumerBuilder().setVerificationKey(key(authorization.group(2))).setExpectedAudience(origin()).setRequireExpirationTime()
            .setMaxFutureValidityInMinutes(24 * 60).setRequireSubject().build().processToClaims(authorization.group(1));
    }

    private static Key key(String point) throws JoseException {
        byte[] bytes = Base64.getUrlDecoder().decode(point);
        return ((EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(Map.of("kty", "EC", "crv", "P-256",
            "x", base64(Arrays.copyOfRange(bytes, 1, 33)), "y", base64(Arrays.copyOfRange(bytes, 33, 65))))).getPublicKey();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
