package org.agentinbox.it.conversation;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that invalid frames are answered with an error and the connection stays open. */
class MalformedFrameIT {

    private static final int FRAME_LIMIT = 65_536;

    private final Installation installation = Installation.shared();
    private SocketClient visitor;
    private SocketClient agent;

    @BeforeEach
    void come() {
        visitor = People.visitor(installation, "Vera");
        agent = People.inbox(installation, "ben");
    }

    @AfterEach
    void leave() {
        visitor.close();
        agent.close();
    }

    private void assertStillServed() {
        visitor.send(frame("identify").add("name", "Vera B")).await("identified");
        agent.send(frame("hello")).await("welcome");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "{", "[]", "[{\"type\":\"hello\"}]", "1", "null", "true", "\"hello\"", "{}", "{\"type\":1}",
        "{\"type\":null}",
        "{\"type\":{\"type\":\"hello\"}}", "{'type':'hello'}", "{\"type\":\"hello\"", "{\"type\":\"hello\"} {}", "\u0000", "<hello/>",
        "{\"type\":\"\\ud83d\\u0000\"", "{\"type\":\"a\nb\"}"})
    void whatIsNoFrameIsABadFrame(String text) {
        visitor.sendText(text).awaitError("BAD_FRAME");
        agent.sendText(text).awaitError("BAD_FRAME");
        assertStillServed();
    }

    @Test
    void deepNestingIsABadFrame() {
        for (String text : List.of("[".repeat(60_000), "{\"type\":\"x\",\"m\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}",
            "{\"type\":\"x\",\"m\":" + "{\"m\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}")) {
            visitor.sendText(text).awaitError("BAD_FRAME");
            agent.sendText(text).awaitError("BAD_FRAME");
        }
        assertStillServed();
    }

    @Test
    void binaryIsABadFrame() {
        byte[] bytes = "{\"type\":\"hello\"}".getBytes(StandardCharsets.UTF_8);
        visitor.sendBinary(bytes).awaitError("BAD_FRAME");
        agent.sendBinary(new byte[200_000]).awaitError("BAD_FRAME");
        assertStillServed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "welcome", "message.ack", "offer.accept ", "HELLO", "", "__proto__", "<script>"})
    void unknownTypesAreNamedSo(String type) {
        visitor.send(act(type)).awaitError("UNKNOWN_TYPE");
        agent.send(act(type)).awaitError("UNKNOWN_TYPE");
        assertStillServed();
    }

    @Test
    void agentsFramesAreNotForVisitors() {
        for (String type : List.of("availability.set", "offer.accept", "offer.decline")) {
            visitor.send(act(type).add("available", true).add("offerId", UUID.randomUUID().toString())).awaitError("UNKNOWN_TYPE");
        }
        agent.send(act("chat.request")).awaitError("UNKNOWN_TYPE");
        agent.send(frame("identify").add("name", "Mallory")).awaitError("UNKNOWN_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[\"a\"]", "{\"a\":1}"})
    void textThatIsNoStringIsABadFrameOfItsClientId(String json) {
        String clientId = UUID.randomUUID().toString();
        visitor.sendText("{\"type\":\"message.send\",\"clientId\":\"" + clientId + "\",\"text\":" + json + "}");
        assertEquals(clientId, visitor.awaitError("BAD_FRAME").getString("clientId"));
        agent.sendText(
            "{\"type\":\"message.send\",\"clientId\":\"" + clientId + "\",\"conversationId\":\"" + clientId + "\",\"text\":" + json + "}");
        assertEquals(clientId, agent.awaitError("BAD_FRAME").getString("clientId"));
        visitor.sendText("{\"type\":\"identify\",\"name\":" + json + "}").awaitError("BAD_FRAME");
        visitor.sendText("{\"type\":\"hello\",\"token\":" + json + "}").awaitError("BAD_FRAME");
        assertStillServed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e400", "2147483648", "99999999999999999999999", "\"1\"", "null", "true", "[]", "{}"})
    void countsAreWholeNumbers(String json) {
        String id = UUID.randomUUID().toString();
        visitor.sendText("{\"type\":\"read\",\"seq\":" + json + "}");
        assertEquals("seq", visitor.awaitError("INVALID_FIELD").getString("field"));
        visitor.sendText("{\"type\":\"sync\",\"conversationId\":\"" + id + "\",\"afterSeq\":" + json + "}");
        assertEquals("afterSeq", visitor.awaitError("INVALID_FIELD").getString("field"));
        agent.sendText("{\"type\":\"read\",\"conversationId\":\"" + id + "\",\"seq\":" + json + "}");
        assertEquals("seq", agent.awaitError("INVALID_FIELD").getString("field"));
        agent.sendText("{\"type\":\"sync\",\"conversationId\":\"" + id + "\",\"afterSeq\":" + json + "}");
        assertEquals("afterSeq", agent.awaitError("INVALID_FIELD").getString("field"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "\"true\"", "null", "[]"})
    void flagsAreTrueOrFalse(String json) {
        visitor.sendText("{\"type\":\"typing\",\"on\":" + json + "}");
        assertEquals("on", visitor.awaitError("INVALID_FIELD").getString("field"));
        agent.sendText("{\"type\":\"availability.set\",\"available\":" + json + "}");
        assertEquals("available", agent.awaitError("INVALID_FIELD").getString("field"));
    }

    @Test
    void unknownMembersAreIgnored() {
        visitor.sendText("{\"type\":\"identify\",\"name\":\"Vera\",\"crmStatus\":\"CUSTOMER\",\"verified\":true,\"x\":[{\"y\":null}]}");
        assertTrue(!visitor.await("identified").getBoolean("verified"));
    }

    @Test
    void helloComesFirst() {
        try (SocketClient early = SocketClient.visitor(installation)) {
            early.send(act("chat.request")).awaitError("HELLO_FIRST");
            early.send(frame("identify").add("name", "Vera")).awaitError("HELLO_FIRST");
            early.send(frame("hello")).await("welcome");
        }
        try (SocketClient early = SocketClient.agent(installation, People.cookie(installation, "chae"))) {
            early.send(frame("availability.set").add("available", true)).awaitError("HELLO_FIRST");
            early.send(frame("hello")).await("welcome");
        }
    }

    @Test
    void aFrameOf64KiBIsRead() {
        visitor.sendText(ofBytes(FRAME_LIMIT)).awaitError("UNKNOWN_TYPE");
        agent.sendText(ofBytes(FRAME_LIMIT)).awaitError("UNKNOWN_TYPE");
    }

    @Test
    void aLargerFrameClosesTheVisitorsSocket() {
        visitor.sendText(ofBytes(FRAME_LIMIT + 1));
        assertEquals(1009, visitor.awaitClose());
    }

    @Test
    void aLargerFrameClosesTheAgentsSocket() {
        agent.sendText(ofBytes(FRAME_LIMIT + 1));
        assertEquals(1009, agent.awaitClose());
    }

    /** Length is counted in bytes; a character of four bytes is two of Java's chars. */
    @Test
    void aFrameIsMeasuredInBytes() {
        visitor.sendText("{\"type\":\"x\",\"pad\":\"" + "\uD83D\uDE00".repeat(FRAME_LIMIT / 4) + "\"}");
        assertEquals(1009, visitor.awaitClose());
    }

    private static String ofBytes(int length) {
        String start = "{\"type\":\"x\",\"pad\":\"";
        return start + "a".repeat(length - start.length() - 2) + "\"}";
    }
}
