package org.agentinbox.it.conversation;

import static org.agentinbox.it.support.SocketClient.act;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.util.List;

import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

/** Tests who can be mentioned in private notes, and that they are told. */
class MentionsIT {

    private final Installation installation = Installation.shared();

    @BeforeEach
    @AfterEach
    void nobodyIsThere() {
        People.nobodyIsAvailable(installation);
        installation.query("DELETE FROM note_mention");
    }

    private JsonObject get(String path, String user) {
        String body = People.get(installation, "api/v1/" + path, People.cookie(installation, user)).body();
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    private int seen(String user, String upTo) {
        return People.call(HttpRequest.newBuilder(installation.address().resolve("api/v1/mentions/seen"))
            .header("Content-Type", "application/json").header("Cookie", People.cookie(installation, user))
            .POST(HttpRequest.BodyPublishers.ofString(Json.createObjectBuilder().add("upTo", upTo).build().toString()))).statusCode();
    }

    private List<String> candidates(Chat chat, String user) {
        return get("conversations/" + chat.id() + "/mention-candidates", user).getJsonArray("people").getValuesAs(JsonObject.class).stream()
            .map(one -> one.getString("name")).toList();
    }

    private static void note(Chat chat, SocketClient writer, String text) {
        writer.send(act("note.add").add("conversationId", chat.id()).add("text", text)).await("note.ack");
    }

    @Test
    void whoMayReadTheConversationIsTold() {
        try (Chat chat = Chat.begin(installation, "ana"); SocketClient ben = People.inbox(installation, "ben");
            SocketClient sam = People.inbox(installation, "sam")) {
            assertTrue(candidates(chat, "ana").contains("Sam Lindqvist"), "sales admins see all");
            assertFalse(candidates(chat, "ana").contains("Ben Okafor"), "another agent sees no active chat of Ana's");
            assertFalse(candidates(chat, "ana").contains("Ana Silva"), "nobody mentions themselves");
            note(chat, chat.agent(), "@Ben Okafor and @sam lindqvist, what about @Ana Silva?");
            JsonObject told = sam.await("mentions");
            assertEquals(1, told.getInt("count"));
            assertEquals(List.of(chat.id(), 1, "Ana Silva"), List.of(told.getJsonObject("latest").getString("conversationId"),
                told.getJsonObject("latest").getInt("number"), told.getJsonObject("latest").getString("by")));
            assertEquals(List.of("Sam Lindqvist"), installation.query("SELECT a.display_name FROM note_mention m JOIN account a "
                + "ON a.id = m.account_id WHERE m.conversation_id = ?::uuid", chat.id()));
            chat.end();
            assertTrue(candidates(chat, "sam").contains("Ben Okafor"), "a past one is everybody's");
            assertEquals(0, get("mentions", "ben").getInt("unseen"), "what he could not read then told him nothing, and does not now");
            note(chat, sam, "@Ben Okafor: have a look");
            assertEquals(1, ben.await("mentions").getInt("count"));
            JsonObject mention = get("mentions", "ben").getJsonArray("mentions").getJsonObject(0);
            assertEquals(List.of(2, "Sam Lindqvist", "@Ben Okafor: have a look", false), List.of(mention.getInt("number"),
                mention.getString("by"), mention.getString("text"), mention.getBoolean("seen")));
            assertEquals(204, seen("ben", mention.getString("at")));
            assertEquals(0, ben.await("mentions", frame -> frame.getInt("count") == 0).getInt("count"));
            assertTrue(get("mentions", "ben").getJsonArray("mentions").getJsonObject(0).getBoolean("seen"));
        }
    }

    @Test
    void itIsGoneForWhoMayReadTheConversationNoMore() {
        try (Chat chat = Chat.begin(installation, "ana"); SocketClient sam = People.inbox(installation, "sam")) {
            note(chat, sam, "@Ana Silva: ten per cent");
            chat.agent().await("mentions");
            assertEquals(1, get("mentions", "ana").getInt("unseen"));
            installation.query("UPDATE conversation SET agent_id = (SELECT id FROM account WHERE user_name = 'ben') WHERE id = ?::uuid",
                chat.id());
            assertEquals(0, get("mentions", "ana").getJsonArray("mentions").size());
            installation.query("UPDATE conversation SET agent_id = (SELECT id FROM account WHERE user_name = 'ana') WHERE id = ?::uuid",
                chat.id());
            assertEquals(1, get("mentions", "ana").getJsonArray("mentions").size());
        }
    }
}
