package org.agentinbox.it.routing;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/** Tests that a transferred chat stays with its agent until another one accepts, and that no message meanwhile is lost or doubled. */
class TransferIT {

    private final Installation installation = Installation.shared();
    private Chat chat;
    private SocketClient ana;
    private SocketClient ben;

    @BeforeEach
    void chatting() {
        People.nobodyIsAvailable(installation);
        chat = Chat.begin(installation, "ana");
        ana = chat.agent();
        ben = People.inbox(installation, "ben");
        People.setAvailable(ben, true);
    }

    @AfterEach
    void close() {
        List.of(ana, ben, chat.visitor()).forEach(SocketClient::close);
        People.nobodyIsAvailable(installation);
    }

    private String id(String userName) {
        return installation.query("SELECT id FROM account WHERE user_name = ?", userName).get(0);
    }

    private JsonObject start(SocketClient from, String toUserName) {
        return from.send(act("transfer.start").add("conversationId", chat.id()).add("agentId", id(toUserName))).await("transfer");
    }

    private static JsonObject outcome(SocketClient inbox, JsonObject transfer) {
        return inbox.await("transfer",
            f -> f.getString("offerId").equals(transfer.getString("offerId")) && !f.getString("state").equals("PENDING"));
    }

    private static void accept(SocketClient inbox, JsonObject transfer) {
        inbox.send(frame("offer.accept").add("offerId", transfer.getString("offerId")))
            .await("conversation", c -> c.getString("id").equals(transfer.getString("conversationId")));
    }

    @Test
    void theOtherAgentAcceptsAndHasEverything() {
        chat.visitorSays("How much is it?");
        try (SocketClient second = People.inbox(installation, "ana")) {
            String asked = act("transfer.start").add("conversationId", chat.id()).add("agentId", id("ben")).add("note", "Speaks German")
                .build().toString();
            JsonObject pending = ana.sendText(asked).await("transfer");
            assertEquals("PENDING Ben Okafor", pending.getString("state") + " " + pending.getJsonObject("agent").getString("name"));
            assertEquals(pending.getString("offerId"), second.await("transfer").getString("offerId"));
            assertEquals(pending, ana.sendText(asked).await("transfer"), "the same again is the same act");
            JsonObject offer = ben.await("offer");
            assertEquals(List.of("TRANSFER", "Ana Silva", "Speaks German", "How much is it?"), List.of(offer.getString("kind"),
                offer.getJsonObject("from").getString("name"), offer.getString("note"), offer.getString("firstLine")));
            ben.send(frame("sync").add("conversationId", chat.id()).add("afterSeq", 0)).awaitError("NOT_FOUND");
            assertEquals(2, chat.agentSays("One moment, I ask Ben.").getInt("seq"), "until then the chat is Ana's");
            accept(ben, pending);
            assertEquals("ACCEPTED", outcome(ana, pending).getString("state"));
            assertEquals("ACCEPTED", outcome(second, pending).getString("state"));
        }
        assertEquals("Ben Okafor", chat.visitor().await("chat.agent").getJsonObject("agent").getString("name"));
        JsonObject joined = chat.visitor().await("message", m -> m.getString("kind").equals("SYSTEM"));
        assertEquals("3 Ben Okafor has joined the chat.", joined.getInt("seq") + " " + joined.getString("text"));
        JsonObject all = ben.send(frame("sync").add("conversationId", chat.id()).add("afterSeq", 0)).await("messages");
        assertEquals(List.of("How much is it?", "One moment, I ask Ben.", "Ben Okafor has joined the chat."),
            all.getJsonArray("messages").getValuesAs(JsonObject.class).stream().map(m -> m.getString("text")).toList());
        assertEquals("Speaks German", all.getJsonArray("notes").getJsonObject(0).getString("text"));
        ana.send(act("message.send").add("conversationId", chat.id()).add("text", "too late")).awaitError("NOT_FOUND");
        ana.send(frame("sync").add("conversationId", chat.id()).add("afterSeq", 0)).awaitError("NOT_FOUND");
        ben.send(act("message.send").add("conversationId", chat.id()).add("text", "Guten Tag")).await("message.ack");
        assertEquals("Ben Okafor", chat.visitor().await("message", m -> m.getInt("seq") == 4).getJsonObject("author").getString("name"));
        assertEquals(List.of("TAKEN ana"),
            installation.query("SELECT (candidates -> 0 ->> 'verdict') || ' ' || user_name FROM routing_decision d "
                + "JOIN account a ON a.id = d.transferred_by WHERE conversation_id = ?::uuid AND chosen_agent_id = ?::uuid", chat.id(),
                id("ben")));
        assertEquals(List.of("Ana Silva", "Ben Okafor"), installation.query("SELECT detail FROM activity WHERE conversation_id = ?::uuid "
            + "AND type = 'ENGAGED_WITH_AGENT' ORDER BY at", chat.id()));
        assertEquals(List.of("1 ana true", "2 ben true"),
            installation.query("SELECT place || ' ' || user_name || ' ' || EXISTS (SELECT FROM offer o WHERE o.conversation_id = "
                + "h.conversation_id AND o.agent_id = h.agent_id AND o.state = 'ACCEPTED' AND h.since >= o.answered_at) "
                + "FROM conversation_agent h JOIN account a ON a.id = h.agent_id WHERE h.conversation_id = ?::uuid ORDER BY place",
                chat.id()),
            "who had the chat, one after the other");
        ben.send(act("chat.end").add("conversationId", chat.id())).await("chat.ended");
        String transcript = People
            .get(installation, "api/v1/conversations/" + chat.id() + "/transcript.txt", People.cookie(installation, "ben")).body();
        assertTrue(transcript.contains("] Ben Okafor has joined the chat.") && !transcript.contains("Speaks German"), transcript);
    }

    /** The offer shows the visitor's first message, not the agent's, so that the other agent sees what the visitor wants. */
    @Test
    void theOfferShowsTheVisitorsFirstLine() {
        chat.agentSays("Welcome! How can I help?");
        JsonObject silent = start(ana, "ben");
        assertTrue(ben.await("offer").isNull("firstLine"), "the visitor has written nothing");
        ana.send(frame("transfer.cancel").add("offerId", silent.getString("offerId"))).await("transfer");
        chat.visitorSays("How much is it?");
        chat.visitorSays("For 200 seats.");
        start(ana, "ben");
        assertEquals("How much is it?", ben.await("offer").getString("firstLine"));
    }

    @Test
    void whereItIsNotTakenTheChatStaysAndItsAgentIsTold() {
        JsonObject declined = start(ana, "ben");
        ana.send(act("transfer.start").add("conversationId", chat.id()).add("agentId", id("ben"))).awaitError("TRANSFER_PENDING");
        ben.send(frame("offer.decline").add("offerId", declined.getString("offerId")));
        assertEquals("DECLINED", outcome(ana, declined).getString("state"));
        JsonObject cancelled = start(ana, "ben");
        ben.send(frame("transfer.cancel").add("offerId", cancelled.getString("offerId"))).awaitError("OFFER_GONE");
        assertEquals("CANCELLED",
            ana.send(frame("transfer.cancel").add("offerId", cancelled.getString("offerId"))).await("transfer").getString("state"));
        assertEquals("CANCELLED",
            ben.await("offer.withdrawn", f -> f.getString("offerId").equals(cancelled.getString("offerId"))).getString("reason"));
        ben.send(frame("offer.accept").add("offerId", cancelled.getString("offerId"))).awaitError("OFFER_GONE");
        JsonObject passed = start(ana, "ben");
        People.setAvailable(ben, false);
        assertEquals("PASSED_ON", outcome(ana, passed).getString("state"));
        ana.send(act("transfer.start").add("conversationId", chat.id()).add("agentId", id("ben"))).awaitError("AGENT_BUSY");
        People.setAvailable(ben, true);
        JsonObject lapsed = start(ana, "ben");
        assertEquals(lapsed.getString("offerId"),
            People.hello(ana).all("welcome").get(1).getJsonArray("transfers").getJsonObject(0).getString("offerId"));
        installation.query("UPDATE offer SET expires_at = now() WHERE id = ?::uuid", lapsed.getString("offerId"));
        installation.query("UPDATE deadline SET due_at = now() WHERE subject = ?::uuid", lapsed.getString("offerId"));
        assertEquals("LAPSED", outcome(ana, lapsed).getString("state"));
        assertEquals(1, chat.agentSays("Still here").getInt("seq"), "no trace of it for the visitor");
        JsonObject late = start(ana, "ben");
        chat.visitor().send(act("chat.end")).await("chat.ended");
        assertEquals("ENDED", outcome(ana, late).getString("state"));
        assertEquals("ENDED",
            ben.await("offer.withdrawn", f -> f.getString("offerId").equals(late.getString("offerId"))).getString("reason"));
        ana.send(act("transfer.start").add("conversationId", chat.id()).add("agentId", id("ben"))).awaitError("CHAT_ENDED");
        assertTrue(chat.visitor().all("message").stream().noneMatch(m -> m.getString("kind").equals("SYSTEM")));
        assertEquals(List.of(),
            installation.query("SELECT 1 FROM activity WHERE conversation_id = ?::uuid AND detail = 'Ben Okafor'", chat.id()));
    }

    @Test
    void onlyWhoHasTheChatHandsItOn() {
        String path = "api/v1/conversations/" + chat.id() + "/transfer-candidates";
        Map.of("ana", 200, "ben", 404, "sam", 403, "mia", 403, "cal", 403).forEach((userName, status) -> assertEquals(status,
            People.get(installation, path, People.cookie(installation, userName)).statusCode(), userName));
        assertEquals(401, People.get(installation, path, null).statusCode());
        String all = People.get(installation, path, People.cookie(installation, "ana")).body();
        assertTrue(all.contains("Ben Okafor") && all.contains("Sam Lindqvist") && !all.contains("Ana Silva") && !all.contains("Cal"), all);
        ben.send(act("transfer.start").add("conversationId", chat.id()).add("agentId", id("ben"))).awaitError("NOT_FOUND");
        try (SocketClient sam = People.inbox(installation, "sam")) {
            sam.send(act("transfer.start").add("conversationId", chat.id()).add("agentId", id("ben"))).awaitError("NOT_ALLOWED");
        }
        chat.visitor().send(act("transfer.start").add("conversationId", chat.id()).add("agentId", id("ben"))).awaitError("UNKNOWN_TYPE");
        for (String nobody : List.of(id("ana"), id("cal"), id("mia"), UUID.randomUUID().toString())) {
            ana.send(act("transfer.start").add("conversationId", chat.id()).add("agentId", nobody).add("note", "x"))
                .awaitError("INVALID_FIELD");
        }
        assertEquals(List.of(), installation.query("SELECT 1 FROM note WHERE conversation_id = ?::uuid", chat.id()),
            "what was refused leaves no note");
        assertEquals(List.of(), ben.all("offer"));
    }

    /** The visitor and whoever has the chat write all the time while it is transferred back and forth. */
    @Test
    void nothingIsLostOrDoubledOnTheWay() {
        SocketClient visitor = chat.visitor();
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(() -> {
            int said = 0;
            while (!over.get()) {
                visitor.send(act("message.send").add("text", "visitor " + ++said)).await("message.ack");
            }
            return said;
        });
        List<String> byAgents = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            SocketClient from = round % 2 == 0 ? ana : ben;
            SocketClient to = round % 2 == 0 ? ben : ana;
            if (round == 1) {
                People.setAvailable(ana, true);
            }
            JsonObject transfer = start(from, round % 2 == 0 ? "ben" : "ana");
            to.await("offer", o -> o.getString("offerId").equals(transfer.getString("offerId")));
            String text = "agent in round " + round;
            from.send(act("message.send").add("conversationId", chat.id()).add("text", text)).await("message.ack");
            byAgents.add(text);
            accept(to, transfer);
            from.send(act("message.send").add("conversationId", chat.id()).add("text", "too late")).awaitError("NOT_FOUND");
        }
        over.set(true);
        int said = writing.join();
        assertTrue(said > 6, "the visitor wrote meanwhile");
        List<String> stored = installation.query("SELECT text FROM message WHERE conversation_id = ?::uuid ORDER BY seq", chat.id());
        assertEquals(IntStream.rangeClosed(1, said).mapToObj(i -> "visitor " + i).toList(),
            stored.stream().filter(t -> t.startsWith("visitor")).toList());
        assertEquals(byAgents, stored.stream().filter(t -> t.startsWith("agent")).toList());
        assertEquals(6, stored.stream().filter(t -> t.endsWith("has joined the chat.")).count());
        assertEquals(said + 12, stored.size());
        assertEquals(List.of(String.valueOf(stored.size())),
            installation.query("SELECT max(seq) FROM message WHERE conversation_id = ?::uuid", chat.id()));
        // The visitor was pushed each message of the others once, in order.
        Await.until("all of it came", Duration.ofSeconds(10), () -> visitor.all("message").size() >= 12);
        List<String> pushed = visitor.all("message").stream().sorted(Comparator.comparing(m -> m.getInt("seq")))
            .map(m -> m.getString("text")).toList();
        assertEquals(stored.stream().filter(t -> !t.startsWith("visitor")).toList(), pushed);
        assertFalse(stored.contains("too late"));
    }
}
