package org.agentinbox.it.conversation;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

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

/** Tests that private notes are stored once, shown to all who may see the conversation, and never sent to a visitor. */
class NotesIT {

    private static final String SECRET = "Zirkon7: wants a discount";
    private final Installation installation = Installation.shared();

    @BeforeEach
    @AfterEach
    void nobodyIsThere() {
        People.nobodyIsAvailable(installation);
    }

    private static JsonObjectBuilder note(String conversation, String text) {
        return act("note.add").add("conversationId", conversation).add("text", text);
    }

    private static JsonObjectBuilder sync(String conversation, int afterNote) {
        return frame("sync").add("conversationId", conversation).add("afterSeq", 0).add("afterNote", afterNote);
    }

    private static List<String> notes(JsonObject messages) {
        return messages.getJsonArray("notes").getValuesAs(JsonObject.class).stream()
            .map(n -> n.getInt("number") + " " + n.getString("text")).toList();
    }

    @Test
    void noVisitorGetsOneByAnyWay() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitorSays("How much is it?");
            JsonObject ack = chat.agent().send(note(chat.id(), SECRET)).await("note.ack");
            assertEquals(1, ack.getInt("number"));
            assertEquals(1, ack.getInt("afterSeq"));
            assertEquals(2, chat.agentSays("Ten a month.").getInt("seq"), "a note leaves no gap among the messages");
            chat.visitor().await("message", m -> m.getInt("seq") == 2);
            assertEquals(List.of(1, 2),
                chat.visitorSync().getJsonArray("messages").getValuesAs(JsonObject.class).stream().map(m -> m.getInt("seq")).toList());
            chat.end();
            chat.agent().send(note(chat.id(), "Later: " + SECRET)).await("note.ack");
            chat.visitorSync();
            chat.visitor().send(note(chat.id(), "by the visitor")).awaitError("UNKNOWN_TYPE");
            assertFalse(chat.visitor().all().toString().contains("Zirkon7"), "what the visitor's socket was sent");
            String cookie = People.cookie(installation, "ana");
            String transcript = People.get(installation, "api/v1/conversations/" + chat.id() + "/transcript.txt", cookie).body();
            assertTrue(transcript.contains("Ten a month.") && !transcript.contains("Zirkon7"), transcript);
            Await.until("the past conversation is found by what was said, not by its notes", Duration.ofSeconds(10),
                () -> installation.query(
                    "SELECT 1 FROM conversation_search WHERE conversation_id = ?::uuid", chat.id()).size() == 1);
            String found = People.get(installation, "api/v1/conversations/search?q=Zirkon7", cookie).body();
            assertFalse(found.contains(chat.id()), found);
        }
    }

    @Test
    void aNoteIsKeptOnceAndComesAfterAGap() {
        try (Chat chat = Chat.begin(installation, "ana"); SocketClient second = People.inbox(installation, "ana")) {
            JsonObjectBuilder first = act("note.add").add("conversationId", chat.id());
            JsonObject once = first.add("text", "first").build();
            chat.agent().sendText(once.toString());
            JsonObject ack = chat.agent().await("note.ack");
            JsonObject pushed = second.await("note");
            assertEquals(List.of(ack.getString("noteId"), "first", "Ana Silva"),
                List.of(pushed.getString("noteId"), pushed.getString("text"), pushed.getJsonObject("author").getString("name")));
            chat.agent().sendText(once.toString());
            assertEquals(ack, chat.agent().await("note.ack"), "the same again is the same note");
            second.cut();
            chat.agent().send(note(chat.id(), "second")).await("note.ack");
            try (SocketClient back = People.inbox(installation, "ana")) {
                assertEquals(List.of("2 second"), notes(back.send(sync(chat.id(), 1)).await("messages")), "what was missed, and no more");
                JsonObject all = back.send(sync(chat.id(), 0)).await("messages");
                assertEquals(List.of("1 first", "2 second"), notes(all));
                assertEquals(2, all.getInt("lastNote"));
            }
            assertEquals(1, second.all("note").size());
            chat.agent().send(note(chat.id(), " ")).awaitError("EMPTY_TEXT");
            chat.agent().send(note(chat.id(), "x".repeat(10_001))).awaitError("TEXT_TOO_LONG");
        }
    }

    @Test
    void notesAreForThoseWhoMaySeeTheConversation() {
        try (Chat chat = Chat.begin(installation, "ana"); SocketClient ben = People.inbox(installation, "ben");
            SocketClient sam = People.inbox(installation, "sam")) {
            chat.agent().send(note(chat.id(), "by Ana")).await("note.ack");
            ben.send(note(chat.id(), "by Ben")).awaitError("NOT_FOUND");
            ben.send(sync(chat.id(), 0)).awaitError("NOT_FOUND");
            ben.send(note(UUID.randomUUID().toString(), "nowhere")).awaitError("NOT_FOUND");
            assertEquals(List.of("1 by Ana"), notes(sam.send(sync(chat.id(), 0)).await("messages")));
            sam.send(note(chat.id(), "by Sam")).await("note.ack");
            assertEquals("Sam Lindqvist",
                chat.agent().await("note", n -> n.getInt("number") == 2).getJsonObject("author").getString("name"));
            chat.end();
            assertEquals(List.of("1 by Ana", "2 by Sam"), notes(ben.send(sync(chat.id(), 0)).await("messages")),
                "a past one is everybody's");
            ben.send(note(chat.id(), "by Ben, later")).await("note.ack");
            assertEquals("by Ben, later", sam.await("note").getString("text"), "who has it open is told");
            assertEquals("by Ben, later",
                chat.agent().send(sync(chat.id(), 2)).await("messages").getJsonArray("notes").getJsonObject(0).getString("text"));
            JsonObject again = act("note.add").add("conversationId", chat.id()).add("text", "x").build();
            ben.sendText(again.toString()).await("note.ack");
            sam.sendText(again.toString()).awaitError("INVALID_FIELD");
            assertTrue(ben.all("note").isEmpty(), "nothing of another's active chat: " + ben.all("note"));
        }
    }
}
