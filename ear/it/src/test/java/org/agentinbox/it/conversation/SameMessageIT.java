package org.agentinbox.it.conversation;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * Tests that the same clientId means the same act, however often and from wherever it is sent, and that acts beyond the limit are refused
 * one by one.
 */
class SameMessageIT {

    private final Installation installation = Installation.shared();
    private Chat chat;

    @BeforeEach
    void begin() {
        chat = Chat.begin(installation, "ben");
    }

    @AfterEach
    void end() {
        chat.close();
    }

    private static JsonObjectBuilder message(String clientId, String text) {
        return frame("message.send").add("clientId", clientId).add("text", text);
    }

    private JsonObjectBuilder agentMessage(String clientId, String text) {
        return message(clientId, text).add("conversationId", chat.id());
    }

    private List<String> stored(String column) {
        return installation.query("SELECT " + column + " FROM message WHERE conversation_id = ?::uuid ORDER BY seq", chat.id());
    }

    private SocketClient anotherTab() {
        SocketClient tab = SocketClient.visitor(installation);
        tab.send(frame("hello").add("token", chat.visitor().all("welcome").get(0).getString("token"))).await("welcome");
        return tab;
    }

    @Test
    void againIsTheSameAnswer() {
        String clientId = UUID.randomUUID().toString();
        JsonObject first = chat.visitor().send(message(clientId, "Hello")).await("message.ack");
        chat.visitorSays("Something else");
        assertEquals(first, chat.visitor().send(message(clientId, "Hello")).await("message.ack"));
        assertEquals(first, chat.visitor().send(message(clientId, "Another text")).await("message.ack"));
        JsonObject agents = chat.agent().send(agentMessage(UUID.randomUUID().toString(), "Hi")).await("message.ack");
        assertEquals(agents, chat.agent().send(agentMessage(agents.getString("clientId"), "Ho")).await("message.ack"));
        assertEquals(List.of("Hello", "Something else", "Hi"), stored("text"));
        assertEquals(2, chat.agent().all("message").size());
        assertEquals(1, chat.visitor().all("message").size());
    }

    @Test
    void againAfterTheEndIsStillTheSameAnswer() {
        JsonObject first = chat.visitorSays("Hello");
        chat.end();
        assertEquals(first, chat.visitor().send(message(first.getString("clientId"), "Hello")).await("message.ack"));
    }

    @Test
    void somebodyElsesClientIdIsRefused() {
        String visitors = chat.visitorSays("Hello").getString("clientId");
        String agents = chat.agentSays("Hi").getString("clientId");
        assertEquals("clientId", chat.agent().send(agentMessage(visitors, "Mine")).awaitError("INVALID_FIELD").getString("field"));
        assertEquals("clientId", chat.visitor().send(message(agents, "Mine")).awaitError("INVALID_FIELD").getString("field"));
        assertEquals(List.of("Hello", "Hi"), stored("text"));
    }

    @Test
    void oneClientIdInTwoConversationsIsTwoMessages() {
        String clientId = chat.visitorSays("Hello").getString("clientId");
        try (SocketClient wim = People.visitor(installation, "Wim")) {
            String id = People.request(wim);
            People.accept(chat.agent(), id);
            assertEquals(id, wim.send(message(clientId, "Hi")).await("message.ack").getString("conversationId"));
            wim.send(act("chat.end")).await("chat.ended");
        }
    }

    /** Several tabs of a visitor send the same message at the same time: one row, one number, and the agent sees it once. */
    @Test
    void atTheSameTimeItIsStoredOnce() {
        List<SocketClient> tabs = IntStream.range(0, 6).mapToObj(i -> anotherTab()).toList();
        List<String> clientIds = IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID().toString()).toList();
        tabs.parallelStream().forEach(tab -> clientIds.forEach(id -> tab.send(message(id, "Text of " + id))));
        tabs.forEach(tab -> clientIds.forEach(id -> tab.await("message.ack", ack -> ack.getString("clientId").equals(id))));
        assertEquals(Set.copyOf(clientIds), new HashSet<>(stored("client_id")));
        assertEquals(IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).toList(), stored("seq"));
        for (String id : clientIds) {
            Set<Integer> numbers = new HashSet<>();
            tabs.forEach(tab -> tab.all("message.ack").stream().filter(a -> a.getString("clientId").equals(id))
                .forEach(a -> numbers.add(a.getInt("seq"))));
            assertEquals(1, numbers.size());
        }
        assertEquals(20, seen(chat.agent()).size());
        tabs.forEach(SocketClient::close);
    }

    private static List<Integer> seen(SocketClient client) {
        client.await("message", m -> m.getInt("seq") == 20);
        return client.all("message").stream().map(m -> m.getInt("seq")).toList();
    }

    @Test
    void askingForAChatAgainGivesTheSameChat() {
        String clientId = UUID.randomUUID().toString();
        try (SocketClient tab = anotherTab()) {
            Stream.of(chat.visitor(), tab).parallel()
                .forEach(t -> t.send(frame("chat.request").add("clientId", clientId)).await("chat.requested"));
            assertEquals(chat.id(), tab.all("chat.requested").get(0).getString("conversationId"));
            chat.visitor().send(act("chat.request"));
            Await.until("the open chat is the answer to all", Duration.ofSeconds(10),
                () -> chat.visitor().all("chat.requested").stream().filter(f -> f.getString("conversationId").equals(chat.id())).count()
                    == 3);
        }
    }

    /** Each of 1,000 frames is answered, the acknowledged ones are stored in order, and other clients do not wait for them. */
    @Test
    void aFloodIsAnsweredFrameByFrame() {
        SocketClient flooding = chat.visitor();
        List<String> sent = IntStream.range(0, 1_000).mapToObj(i -> UUID.randomUUID().toString()).toList();
        try (SocketClient wim = People.visitor(installation, "Wim")) {
            String id = People.request(wim);
            People.accept(chat.agent(), id);
            sent.forEach(clientId -> flooding.send(message(clientId, clientId)));
            wim.send(act("message.send").add("text", "Meanwhile")).await("message.ack");
            Await.until("each is answered", Duration.ofSeconds(30),
                () -> acknowledged(flooding).size() + flooding.all("error").size() == 1_000);
            wim.send(act("chat.end")).await("chat.ended");
        }
        List<String> acknowledged = acknowledged(flooding);
        assertTrue(acknowledged.size() >= 50 && acknowledged.size() < 900, "acknowledged: " + acknowledged.size());
        assertEquals(acknowledged, stored("client_id"));
        assertEquals(sent.stream().filter(acknowledged::contains).toList(), acknowledged);
        Set<String> refused = new HashSet<>();
        flooding.all("error").forEach(e -> {
            assertEquals("TOO_FAST", e.getString("code"));
            refused.add(e.getString("clientId"));
        });
        assertEquals(1_000, refused.size() + acknowledged.size());
        // Nothing is lost: a refused message is accepted a little later.
        String again = sent.get(999);
        Await.until("the refused one is taken", Duration.ofSeconds(10), () -> {
            flooding.send(message(again, again));
            return acknowledged(flooding).contains(again);
        });
        assertTrue(flooding.isOpen());
    }

    private static List<String> acknowledged(SocketClient client) {
        return client.all("message.ack").stream().map(a -> a.getString("clientId")).distinct().toList();
    }
}
