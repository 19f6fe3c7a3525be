package org.agentinbox.it.supervision;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Tests who may watch, take over, assign and end chats of others, and that a change of hands is one act. */
class SupervisionIT {

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);
    private final List<SocketClient> open = new ArrayList<>();
    private Chat chat;
    private UUID team;

    @BeforeEach
    void chatting() {
        People.nobodyIsAvailable(installation);
        chat = Chat.begin(installation, "ana");
        team = setup.team("Supervised " + UUID.randomUUID(), "ana", "ben");
        lead("ben");
    }

    @AfterEach
    void close() {
        open.forEach(SocketClient::close);
        installation.query("DELETE FROM team WHERE id = ?", team);
        installation.query("UPDATE agent SET own_limit = NULL");
        People.nobodyIsAvailable(installation);
        Stream.of(chat.agent(), chat.visitor()).forEach(SocketClient::close);
    }

    private void lead(String userNameOrNull) {
        installation.query("UPDATE team SET lead_id = (SELECT id FROM account WHERE user_name = ?) WHERE id = ?", userNameOrNull, team);
    }

    private SocketClient inbox(String userName) {
        SocketClient inbox = People.inbox(installation, userName);
        open.add(inbox);
        return inbox;
    }

    private JsonObjectBuilder watch(boolean on) {
        return frame("watch").add("conversationId", chat.id()).add("on", on);
    }

    private JsonObjectBuilder take() {
        return act("chat.take").add("conversationId", chat.id());
    }

    private JsonObjectBuilder assign(String member, UUID id) {
        return act("chat.assign").add("conversationId", chat.id()).add(member, id.toString());
    }

    private static JsonObject answered(SocketClient inbox, JsonObjectBuilder act) {
        JsonObject asked = act.build();
        return inbox.sendText(asked.toString()).await("conversation",
            f -> f.getString("clientId", "").equals(asked.getString("clientId")));
    }

    private String agent() {
        return installation.query("SELECT user_name FROM conversation c JOIN account a ON a.id = c.agent_id WHERE c.id = ?::uuid",
            chat.id()).get(0);
    }

    private List<String> texts() {
        return installation.query("SELECT text FROM message WHERE conversation_id = ?::uuid ORDER BY seq", chat.id());
    }

    @Test
    void aLeadWatchesLive() {
        SocketClient ben = inbox("ben");
        assertEquals("Ana Silva", ben.send(watch(true)).await("conversation").getJsonObject("agent").getString("name"));
        assertEquals("Ben Okafor", chat.agent().await("watchers", f -> !f.getJsonArray("watchers").isEmpty()).getJsonArray("watchers")
            .getJsonObject(0).getString("name"));
        chat.visitor().send(frame("typing").add("on", true));
        ben.await("typing", f -> f.getBoolean("on"));
        chat.visitorSays("How much is it?");
        chat.agentSays("One moment");
        assertEquals("How much is it?", ben.await("message").getString("text"));
        assertEquals("One moment", ben.await("message").getString("text"));
        ben.send(act("note.add").add("conversationId", chat.id()).add("text", "Offer ten percent")).await("note.ack");
        assertEquals("Offer ten percent", chat.agent().await("note").getString("text"));
        ben.send(act("message.send").add("conversationId", chat.id()).add("text", "Hello")).awaitError("NOT_ALLOWED");
        JsonObject again = People.hello(chat.agent()).all("welcome").get(1);
        assertEquals("Ben Okafor", again.getJsonArray("watches").getJsonObject(0).getJsonArray("watchers").getJsonObject(0)
            .getString("name"), "a page that is loaded again knows who watches");
        chat.end();
        ben.await("chat.ended");
        chat.agent().await("watchers", f -> f.getJsonArray("watchers").isEmpty());
    }

    @Test
    void aWatchEndsWithItsPage() {
        SocketClient sam = inbox("sam");
        sam.send(watch(true)).await("conversation");
        chat.agent().await("watchers", f -> f.getJsonArray("watchers").size() == 1);
        sam.close();
        chat.agent().await("watchers", f -> f.getJsonArray("watchers").isEmpty());
    }

    /** A lead who loses the team is told nothing any more. */
    @Test
    void whoLosesTheTeamHearsNothingMore() {
        SocketClient ben = inbox("ben");
        ben.send(watch(true)).await("conversation");
        chat.visitorSays("heard");
        ben.await("message");
        lead(null);
        chat.visitorSays("not heard");
        ben.await("watch.ended");
        assertEquals(List.of("heard"), ben.all("message").stream().map(f -> f.getString("text")).toList());
        ben.send(watch(true)).awaitError("FORBIDDEN");
        ben.send(take()).awaitError("FORBIDDEN");
    }

    @Test
    void othersMayNothing() {
        SocketClient chae = inbox("chae");
        UUID other = setup.team("Other " + UUID.randomUUID(), "chae");
        try {
            installation.query("UPDATE team SET lead_id = ? WHERE id = ?", setup.account("chae"), other);
            chae.send(watch(true)).awaitError("FORBIDDEN");
            chae.send(take()).awaitError("FORBIDDEN");
            chae.send(assign("agentId", setup.account("ben"))).awaitError("FORBIDDEN");
            chae.send(act("chat.end").add("conversationId", chat.id())).awaitError("NOT_FOUND");
            chae.send(act("chat.take").add("conversationId", UUID.randomUUID().toString())).awaitError("FORBIDDEN");
        } finally {
            installation.query("DELETE FROM team WHERE id = ?", other);
        }
        assertEquals(403, SocketClient.status(installation, "ws/agent", installation.origin(), People.cookie(installation, "mia")));
        chat.agent().send(watch(true)).awaitError("FORBIDDEN");
        inbox("sam").send(act("chat.take").add("conversationId", UUID.randomUUID().toString())).awaitError("NOT_FOUND");
        assertEquals("ana", agent());
        assertEquals(403, People.get(installation, "api/v1/conversations/" + chat.id() + "/assign-candidates",
            People.cookie(installation, "chae")).statusCode());
        assertTrue(People.get(installation, "api/v1/conversations/" + chat.id() + "/assign-candidates", People.cookie(installation, "ben"))
            .body().contains("\"teams\""));
    }

    /** The lead's list has the active chats of the team; the list of an agent who is no lead has not. */
    @Test
    void aLeadsListHasTheTeamsChats() {
        assertTrue(all("ben").contains(chat.id()));
        assertTrue(all("sam").contains(chat.id()));
        assertFalse(all("chae").contains(chat.id()));
    }

    private String all(String userName) {
        return People.get(installation, "api/v1/conversations?scope=ALL", People.cookie(installation, userName)).body();
    }

    @Test
    void takingOverIsOneAct() {
        SocketClient ben = inbox("ben");
        chat.visitorSays("How much is it?");
        JsonObject asked = take().add("fromAgentId", setup.account("ana").toString()).build();
        for (int time = 0; time < 2; time++) {
            assertEquals("Ben Okafor", ben.sendText(asked.toString()).await("conversation", f -> f.containsKey("clientId"))
                .getJsonObject("agent").getString("name"));
        }
        assertEquals("Ben Okafor", chat.visitor().await("chat.agent").getJsonObject("agent").getString("name"));
        JsonObject moved = chat.agent().await("chat.moved");
        assertEquals("Ben Okafor", moved.getJsonObject("by").getString("name"));
        chat.agent().send(act("message.send").add("conversationId", chat.id()).add("text", "too late")).awaitError("NOT_FOUND");
        ben.send(act("message.send").add("conversationId", chat.id()).add("text", "Ten")).await("message.ack");
        assertEquals(List.of("How much is it?", "Ben Okafor has joined the chat.", "Ten"), texts());
        SocketClient sam = inbox("sam");
        sam.send(take().add("fromAgentId", setup.account("ana").toString())).awaitError("CHANGED_MEANWHILE");
        answered(sam, take());
        assertEquals("sam", agent());
        assertEquals("Sam", ben.await("chat.moved").getJsonObject("by").getString("name").split(" ")[0]);
        ben.sendText(asked.toString());
        ben.awaitError("FORBIDDEN");
        assertEquals("sam", agent(), "an act that is sent again does not take the chat back");
        assertEquals(List.of("Ben Okafor", "Sam Lindqvist"),
            installation.query("SELECT actor_name FROM audit_entry WHERE act = 'TAKE_OVER' "
                + "AND subject_id = ?::uuid ORDER BY at", chat.id()),
            "each act is in the audit trail once");
    }

    @Test
    void twoTakeItAtOnce() {
        SocketClient ben = inbox("ben");
        SocketClient sam = inbox("sam");
        List<CompletableFuture<Void>> both = Stream.of(ben, sam).map(who -> CompletableFuture.runAsync(
            () -> who.send(take().add("fromAgentId", setup.account("ana").toString())))).toList();
        both.forEach(CompletableFuture::join);
        Await.until("one got it", Duration.ofSeconds(10), () -> !agent().equals("ana"));
        SocketClient late = agent().equals("ben") ? sam : ben;
        late.awaitError(late == sam ? "CHANGED_MEANWHILE" : "FORBIDDEN");
        assertEquals(1, texts().size());
    }

    @Test
    void aPendingTransferIsWithdrawn() {
        SocketClient chae = inbox("chae");
        People.setAvailable(chae, true);
        JsonObject transfer = chat.agent().send(act("transfer.start").add("conversationId", chat.id())
            .add("agentId", setup.account("chae").toString())).await("transfer");
        chae.await("offer");
        answered(inbox("sam"), take());
        assertEquals("MOVED", chae.await("offer.withdrawn").getString("reason"));
        assertEquals("MOVED", chat.agent().await("transfer", f -> !f.getString("state").equals("PENDING")).getString("state"));
        chae.send(frame("offer.accept").add("offerId", transfer.getString("offerId"))).awaitError("OFFER_GONE");
        assertEquals("sam", agent());
    }

    @Test
    void assigningKeepsTheRulesOfTransfers() {
        SocketClient sam = inbox("sam");
        SocketClient chae = inbox("chae");
        sam.send(assign("agentId", setup.account("chae"))).awaitError("AGENT_BUSY");
        sam.send(assign("agentId", setup.account("cal"))).awaitError("INVALID_FIELD");
        sam.send(assign("agentId", setup.account("ana"))).awaitError("INVALID_FIELD");
        sam.send(assign("teamId", UUID.randomUUID())).awaitError("INVALID_FIELD");
        sam.send(act("chat.assign").add("conversationId", chat.id())).awaitError("INVALID_FIELD");
        assertTrue(sam.send(assign("teamId", team)).awaitError("AGENT_BUSY").getString("message").contains("Choose"));
        People.setAvailable(chae, true);
        installation.query("UPDATE agent SET takes_chats = false WHERE account_id = ?", setup.account("chae"));
        sam.send(assign("agentId", setup.account("chae"))).awaitError("INVALID_FIELD");
        installation.query("UPDATE agent SET takes_chats = true WHERE account_id = ?", setup.account("chae"));
        try (SocketClient waiting = People.visitor(installation, "Wim")) {
            installation.query("UPDATE agent SET own_limit = 1 WHERE account_id = ?", setup.account("chae"));
            People.setAvailable(chat.agent(), false);
            People.accept(chae, People.request(waiting));
            sam.send(assign("agentId", setup.account("chae"))).awaitError("AGENT_BUSY");
        }
        installation.query("UPDATE agent SET own_limit = NULL");
        assertEquals("Chae", answered(sam, assign("agentId", setup.account("chae"))).getJsonObject("agent").getString("name")
            .split(" ")[0]);
        chae.await("conversation", f -> f.getString("id").equals(chat.id()));
        SocketClient ben = inbox("ben");
        People.setAvailable(ben, true);
        assertEquals("Ben Okafor", answered(sam, assign("teamId", team)).getJsonObject("agent").getString("name"));
        assertEquals(2, texts().size());
    }

    @Test
    void endedBySomebodyElseBothAreTold() {
        SocketClient ben = inbox("ben");
        ben.send(act("chat.end").add("conversationId", chat.id())).await("chat.ended");
        chat.visitor().await("chat.ended");
        chat.agent().await("chat.ended");
        assertEquals(List.of("Ben Okafor has ended the chat."), texts());
        assertEquals(List.of("ben"), installation.query(
            "SELECT user_name FROM conversation c JOIN account a ON a.id = c.ended_by WHERE c.id = ?::uuid", chat.id()));
        ben.send(take()).awaitError("CHAT_ENDED");
        ben.send(watch(true)).awaitError("CHAT_ENDED");
    }
}
