package org.agentinbox.it.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RawClient;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that clients cannot stop the server by what they send, do not send or do not read, and that all others are still served. */
class HostileClientsIT {

    private static final Duration SOON = Duration.ofSeconds(10);
    /** More than the server's worker threads. */
    private static final int MANY = 100;
    private static final int PONG = 0x8A;
    private static final int BINARY = 0x82;
    private static final int TEXT = 0x81;
    private static final int PART_OF_TEXT = 0x01;
    private static final int NEXT_PART = 0x00;
    /** The default limit of connections of one address. */
    private static final int OF_AN_ADDRESS = 2_000;

    private final Installation installation = Installation.shared();

    private void assertServed() {
        assertTimeoutPreemptively(SOON, () -> assertEquals(200, People.get(installation, "signin", null).statusCode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked", "Content-Length: 1000\r\nExpect: 100-continue"})
    void bodiesThatNeverEndHoldNoThreads(String header) {
        List<RawClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                clients.add(new RawClient(installation).request("POST /inbox/sign-in",
                    "Content-Type: application/x-www-form-urlencoded\r\n" + header + "\r\n")
                    .write(header.startsWith("T") ? "3e8\r\nuserName=a" : "userName=a"));
            }
            assertServed();
            try (Chat chat = Chat.begin(installation, "ben")) {
                assertTrue(chat.visitor().isOpen());
            }
        } finally {
            clients.forEach(RawClient::close);
        }
    }

    /** Headers have ten seconds; a body has a minute, which is tested with {@code -Psoak}. */
    @Test
    void headersThatNeverEndAreCutOff() {
        try (RawClient client = new RawClient(installation).write("GET /inbox/signin HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")) {
            assertTimeoutPreemptively(Duration.ofSeconds(25), client::readToTheEnd);
        }
    }

    @Test
    @Tag("soak")
    void bodiesThatNeverEndAreCutOffAfterAMinute() {
        try (RawClient client = new RawClient(installation).request("POST /inbox/sign-in", "Content-Length: 1000\r\n")
            .write("userName=a")) {
            assertTimeoutPreemptively(Duration.ofSeconds(80), client::readToTheEnd);
        }
    }

    @Test
    void bodiesAreLimited() {
        try (RawClient client = new RawClient(installation).request("POST /inbox/sign-in",
            "Content-Length: 200000\r\nConnection: close\r\n")) {
            client.write("a".repeat(1_000));
            assertTimeoutPreemptively(SOON, () -> assertTrue(client.readUntil("\r\n").contains(" 413 ")));
        }
        try (RawClient client = new RawClient(installation).request("GET /inbox/signin", "X-Long: " + "a".repeat(20_000) + "\r\n")) {
            assertTimeoutPreemptively(SOON, client::readToTheEnd);
        }
        assertServed();
    }

    /** No page has such a form, and Faces cannot read these. */
    @ParameterizedTest
    @ValueSource(strings = {"", "userName=a", "--x\r\n"})
    void formsInPartsAreRefused(String body) {
        assertEquals(415, People.call(HttpRequest.newBuilder(installation.address().resolve("signin"))
            .header("Content-Type", "multipart/form-data; boundary=x").POST(HttpRequest.BodyPublishers.ofString(body))).statusCode());
        assertServed();
    }

    @Test
    void oneAddressCannotTakeAllConnections() {
        List<RawClient> clients = new ArrayList<>();
        try {
            int refused = 0;
            for (int i = 0; i < OF_AN_ADDRESS + 5; i++) {
                clients.add(new RawClient(installation, "127.0.0.9").request("GET /inbox/assets/favicon.svg", ""));
                refused += clients.get(i).readUntil("\r\n").contains(" 503 ") ? 1 : 0;
            }
            assertEquals(5, refused);
            // Others are served meanwhile, and this address too once its connections are closed.
            assertServed();
            clients.subList(0, 10).forEach(RawClient::close);
            Await.until("one that is closed counts no more", SOON, () -> {
                try (RawClient again = new RawClient(installation, "127.0.0.9").request("GET /inbox/assets/favicon.svg", "")) {
                    return again.readUntil("\r\n").contains(" 200 ");
                }
            });
        } finally {
            clients.forEach(RawClient::close);
        }
    }

    @Test
    void whoNeverReadsIsClosedBeforeMemoryIsFull() throws IOException {
        try (Chat chat = Chat.begin(installation, "chae")) {
            installation.query("INSERT INTO message (conversation_id, seq, kind, author_kind, author_id, text, at) SELECT ?, s, "
                + "'TEXT', 'AGENT', NULL, repeat('x', 9000), now() "
                + "FROM generate_series(1000, 1199) s", UUID.fromString(chat.id()));
            String token = chat.visitor().all("welcome").get(0).getString("token");
            // Floods of other tests may have been given up for the same reason.
            long before = givenUp();
            try (RawClient client = new RawClient(installation).upgradedToVisitor()) {
                client.frame("{\"type\":\"hello\",\"token\":\"" + token + "\"}");
                IntStream.range(0, 90).forEach(i -> client.frame("{\"type\":\"sync\",\"conversationId\":\"" + chat.id()
                    + "\",\"afterSeq\":999}"));
                Await.until("it is given up", Duration.ofSeconds(30), () -> givenUp() > before);
                long bytes = client.readToTheEnd();
                assertTrue(bytes < 40_000_000, "of 160 MB that were asked for: " + bytes);
            }
            chat.visitor().send(SocketClient.act("message.send").add("text", "Still here")).await("message.ack");
        }
    }

    private long givenUp() throws IOException {
        try (Stream<String> lines = Files.lines(installation.server().log())) {
            return lines.filter(line -> line.contains("its client does not read what it asked for")).count();
        }
    }

    @ParameterizedTest
    @CsvSource({PONG + ",''", BINARY + ",x", TEXT + ",{", TEXT + ",'{\"type\":\"nothing\"}'", TEXT + ",'{\"type\":\"pong\"}'"})
    void framesOfEveryKindCount(int first, String text) {
        try (RawClient client = new RawClient(installation).upgradedToVisitor()) {
            flood(client, first, text);
            assertTimeoutPreemptively(Duration.ofSeconds(30), client::readToTheEnd);
        }
        assertServed();
    }

    /** Fragments without content do not reach the application, and cost nothing but their bytes. */
    @Test
    void partsOfAFrameCountToo() {
        try (RawClient client = new RawClient(installation).upgradedToVisitor()) {
            client.frame(PART_OF_TEXT, "x");
            flood(client, NEXT_PART, "x");
            assertTimeoutPreemptively(Duration.ofSeconds(30), client::readToTheEnd);
        }
        assertServed();
    }

    private static void flood(RawClient client, int first, String text) {
        try {
            for (int i = 0; i < 2_000; i++) {
                client.frame(first, text);
            }
        } catch (UncheckedIOException closed) {
            // The server may end the connection in any way; the end of reading shows that it did.
        }
    }

    @Test
    void nobodyCallsBeansFromOutside() {
        for (String protocol : List.of("jboss-remoting", "h2c")) {
            try (RawClient client = new RawClient(installation).request("GET /", "Connection: Upgrade\r\nUpgrade: " + protocol
                + "\r\nSec-JbossRemoting-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n")) {
                String status = client.readUntil("\r\n");
                assertFalse(status.contains(" 101 "), status);
            }
        }
        try (RawClient client = new RawClient(installation).request("GET /wildfly-services/ejb/v1/", "")) {
            String status = client.readUntil("\r\n");
            assertTrue(status.contains(" 404 "), status);
        }
    }
}
