package org.agentinbox.it.conversation;

import static org.agentinbox.it.support.SocketClient.act;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/**
 * Each node predicts the number of a chat's next message. The prediction is wrong after somebody else has changed the conversation, such as
 * another node, here played by SQL. Then the message must still get the next number and reach the agent who has the chat now, or be
 * refused.
 */
class SequencePredictorIT {

    private final Installation installation = Installation.shared();
    private Chat chat;

    @BeforeEach
    void isFollowed() {
        chat = Chat.begin(installation, "ben");
        IntStream.rangeClosed(1, 3).forEach(i -> assertEquals(i, chat.visitorSays("Line " + i).getInt("seq")));
    }

    @AfterEach
    void close() {
        chat.agent().close();
        chat.visitor().close();
        installation.query(
            "UPDATE conversation SET state = 'ENDED', end_reason = 'AGENT', ended_at = COALESCE(ended_at, now()) WHERE id = ?::uuid "
                + "RETURNING 1",
            chat.id());
        People.nobodyIsAvailable(installation);
    }

    private List<String> stored() {
        return installation.query("SELECT seq || ' ' || text FROM message WHERE conversation_id = ?::uuid ORDER BY seq", chat.id());
    }

    private String elsewhere(UUID clientId, String text) {
        return installation.query(
            "SELECT a.outcome || ' ' || a.seq FROM conversation c, append_messages(ARRAY[c.id], ARRAY[?::uuid], ARRAY['VISITOR'], "
                + "ARRAY[c.visitor_id], ARRAY[?], ARRAY[(extract(epoch FROM now()) * 1000000)::bigint]) a WHERE c.id = ?::uuid",
            clientId.toString(), text, chat.id()).get(0);
    }

    @Test
    void whatWasStoredElsewhereHasItsNumberAndOursTheNext() {
        assertEquals("STORED 4", elsewhere(UUID.randomUUID(), "Elsewhere"));
        assertEquals(5, chat.visitorSays("Here").getInt("seq"));
        assertEquals(5, chat.agent().await("message", m -> m.getString("text").equals("Here")).getInt("seq"));
        assertEquals(6, chat.agentSays("Both?").getInt("seq"));
        assertEquals("STORED 7", elsewhere(UUID.randomUUID(), "Elsewhere again"));
        assertEquals(8, chat.agentSays("I see.").getInt("seq"));
        assertEquals(List.of("1 Line 1", "2 Line 2", "3 Line 3", "4 Elsewhere", "5 Here", "6 Both?", "7 Elsewhere again", "8 I see."),
            stored());
    }

    @Test
    void whatWasStoredElsewhereAndIsSentHereIsTheSame() {
        UUID clientId = UUID.randomUUID();
        assertEquals("STORED 4", elsewhere(clientId, "Elsewhere"));
        JsonObject receipt = chat.visitor().send(act("message.send").add("clientId", clientId.toString()).add("text", "Again")).await(
            "message.ack",
            a -> a.getString("clientId").equals(clientId.toString()));
        assertEquals(4, receipt.getInt("seq"));
        assertEquals("KNOWN 4", elsewhere(clientId, "And again"));
        assertEquals(5, chat.visitorSays("Next").getInt("seq"));
        assertEquals(List.of("1 Line 1", "2 Line 2", "3 Line 3", "4 Elsewhere", "5 Next"), stored());
    }

    @Test
    void whatWasEndedElsewhereTakesNoMore() {
        installation.query("UPDATE conversation SET state = 'ENDED', end_reason = 'AGENT', ended_at = now() WHERE id = ?::uuid RETURNING 1",
            chat.id());
        chat.visitor().send(act("message.send").add("text", "Too late")).awaitError("CHAT_ENDED");
        chat.agent().send(act("message.send").add("conversationId", chat.id()).add("text", "Too late")).awaitError("CHAT_ENDED");
        assertEquals(3, stored().size());
    }

    @Test
    void whatWasHandedOnElsewhereReachesWhoHasItNow() {
        try (SocketClient ana = People.inbox(installation, "ana")) {
            installation.query(
                "UPDATE conversation SET agent_id = (SELECT id FROM account WHERE user_name = 'ana') WHERE id = ?::uuid RETURNING 1",
                chat.id());
            assertEquals(4, chat.visitorSays("Who is it now?").getInt("seq"));
            assertEquals("Who is it now?", ana.await("message").getString("text"));
            assertEquals(3, chat.agent().all("message").size(), "Ben has it no more");
            chat.agent().send(act("message.send").add("conversationId", chat.id()).add("text", "Mine?")).awaitError("NOT_FOUND");
            assertEquals(5,
                ana.send(act("message.send").add("conversationId", chat.id()).add("text", "Mine")).await("message.ack").getInt("seq"));
        }
    }
}
