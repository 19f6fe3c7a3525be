package org.agentinbox.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.RawClient;
import org.agentinbox.it.support.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tests the limits of one address, one network and one visitor on a node behind a reverse proxy; other addresses are not affected. */
class AddressLimitsIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String PROXY = "127.0.0.2";
    private static final String HELLO = "{\"type\":\"hello\"}";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern RETRY = Pattern.compile("\"retryAfter\":(\\d+)");
    private static Installation installation;

    private final List<RawClient> clients = new ArrayList<>();

    @BeforeAll
    static void start() {
        installation = Installation.start("limits", Map.of("agentinbox.proxies", PROXY, "agentinbox.sockets.per-address", "6",
            "agentinbox.sockets.per-visitor", "2", "agentinbox.new-visitors.per-address", "3", "agentinbox.chat-requests.per-address", "3",
            "agentinbox.chat-requests.per-visitor", "2", "agentinbox.key-tries.per-address", "3"));
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @AfterEach
    void hangUp() {
        clients.forEach(RawClient::close);
    }

    private RawClient through(String peer) {
        RawClient client = new RawClient(installation, peer);
        clients.add(client);
        return client;
    }

    /** @return a handshake whose answer was not read */
    private RawClient handshake(String peer, String forwardedFor, String origin) {
        return through(peer).request("GET /inbox/ws/visitor",
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                + "Sec-WebSocket-Version: 13\r\nOrigin: " + origin + "\r\nX-Forwarded-For: " + forwardedFor + "\r\n");
    }

    private String status(String peer, String forwardedFor) {
        return handshake(peer, forwardedFor, installation.origin()).readUntil("\r\n\r\n");
    }

    private RawClient socket(String address) {
        RawClient client = handshake(PROXY, address, installation.origin());
        assertTrue(client.readUntil("\r\n\r\n").startsWith("HTTP/1.1 101 "));
        return client;
    }

    private static String welcome(RawClient client) {
        String frame = client.frame(HELLO).readUntil("\"presence\"");
        Matcher token = TOKEN.matcher(frame);
        assertTrue(token.find(), frame);
        return token.group(1);
    }

    private static int refused(RawClient client) {
        String frame = client.readUntil("}");
        assertTrue(frame.contains("TOO_FAST"), frame);
        Matcher retry = RETRY.matcher(frame);
        assertTrue(retry.find(), frame);
        return Integer.parseInt(retry.group(1));
    }

    private static RawClient asks(RawClient client) {
        return client.frame("{\"type\":\"chat.request\",\"clientId\":\"" + UUID.randomUUID() + "\"}");
    }

    @Test
    void socketsOfOneNetwork() {
        for (int i = 1; i <= 6; i++) {
            socket("2001:db8:0:1::" + i);
        }
        String refusal = status(PROXY, "2001:db8:0:1:ffff::7");
        assertTrue(refusal.startsWith("HTTP/1.1 429 ") && refusal.contains("Retry-After: 30"), refusal);
        assertTrue(status(PROXY, "192.0.2.77, 2001:db8:0:1::8").startsWith("HTTP/1.1 429 "), "what stands before is anybody's invention");
        String told = through(PROXY)
            .request("GET /inbox/ws/visitor", "Origin: " + installation.origin() + "\r\nX-Forwarded-For: 2001:db8:0:1::9\r\n")
            .readUntil("\r\n\r\n");
        assertTrue(told.startsWith("HTTP/1.1 429 ") && told.contains("Access-Control-Allow-Origin: *"), told);
        assertTrue(status(PROXY, "2001:db8:0:2::1").startsWith("HTTP/1.1 101 "), "the network beside it");
        assertTrue(status("127.0.0.3", "2001:db8:0:1::9").startsWith("HTTP/1.1 101 "), "who is no proxy speaks for nobody else");
        clients.get(0).close();
        Await.until("one that is closed counts no more", SOON, () -> status(PROXY, "2001:db8:0:1::7").startsWith("HTTP/1.1 101 "));
    }

    @Test
    void handshakesThatWereRefusedAreNoSockets() {
        for (int i = 0; i < 10; i++) {
            assertTrue(handshake(PROXY, "192.0.2.1", "https://evil.example").readUntil("\r\n\r\n").startsWith("HTTP/1.1 403 "));
        }
        socket("192.0.2.1");
    }

    @Test
    void newVisitorsOfOneAddress() {
        String known = welcome(socket("192.0.2.2"));
        welcome(socket("192.0.2.2"));
        welcome(socket("192.0.2.2"));
        int seconds = refused(socket("192.0.2.2").frame(HELLO));
        assertEquals(300, seconds, "three in an hour come back one in twenty minutes, and nobody is sent away for longer than five");
        socket("192.0.2.2").frame("{\"type\":\"hello\",\"token\":\"" + known + "\"}").readUntil("welcome");
        welcome(socket("192.0.2.3"));
    }

    @Test
    void chatsThatOneAddressAndOneVisitorAskFor() {
        RawClient one = socket("192.0.2.4");
        welcome(one);
        for (int i = 0; i < 2; i++) {
            asks(one).readUntil("chat.fallback");
            one.readUntil("\"message\":");
            one.readUntil("}");
        }
        refused(asks(one));
        RawClient other = socket("192.0.2.4");
        welcome(other);
        asks(other).readUntil("chat.fallback");
        other.readUntil("\"message\":");
        other.readUntil("}");
        refused(asks(other));
        RawClient elsewhere = socket("192.0.2.5");
        welcome(elsewhere);
        asks(elsewhere).readUntil("chat.fallback");
    }

    @Test
    void socketsOfOneVisitor() {
        RawClient first = socket("192.0.2.6");
        String hello = "{\"type\":\"hello\",\"token\":\"" + welcome(first) + "\"}";
        socket("192.0.2.6").frame(hello).readUntil("welcome");
        RawClient third = socket("192.0.2.6").frame(hello);
        assertEquals(30, refused(third));
        assertTrue(third.frame("{\"type\":\"typing\",\"on\":true}").readUntil("}").contains("HELLO_FIRST"));
        first.frame(hello).readUntil("welcome");
        first.close();
        Await.until("one that is closed counts no more", SOON, () -> !third.frame(hello).readUntil("\"type\":\"").isEmpty()
            && third.readUntil("\"").startsWith("welcome"));
    }

    @Test
    void wrongKeysOfOneAddress() {
        String key = Site.apiKey(installation);
        assertEquals("404", tries(key, "192.0.2.7"));
        for (int i = 0; i < 3; i++) {
            assertEquals("401", tries("aik_" + i, "192.0.2.7"));
        }
        assertEquals("429", tries("aik_x", "192.0.2.7"));
        assertEquals("429", tries(Site.apiKey(installation), "192.0.2.7"), "it is not even looked up");
        assertEquals("404", tries(key, "192.0.2.7"), "who was at work before goes on");
        assertEquals("401", tries("aik_x", "192.0.2.8"));
    }

    private String tries(String key, String address) {
        return through(PROXY)
            .request("GET /inbox/api/v1/visitors/nobody%40customer.example", "Authorization: Bearer " + key + "\r\nX-Forwarded-For: "
                + address + "\r\n")
            .readUntil("\r\n").split(" ")[1];
    }
}
