package org.agentinbox.it.notification;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Tests that the members of a team hear of chats that were meant for it and that nobody took, and of messages that are left then. */
class MissedTeamChatsIT {

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);
    private SocketClient ana;
    private SocketClient ben;

    @BeforeEach
    void aTeamOfAnaAndBen() {
        reset();
        setup.entry("team").set("team", "routing = 'TEAM', team_id = ?, takes_messages = true", setup.team("Sales", "ana", "ben"));
        ana = People.inbox(installation, "ana");
        ben = People.inbox(installation, "ben");
    }

    private void reset() {
        People.nobodyIsAvailable(installation);
        setup.reset();
        installation
            .query("INSERT INTO missed_seen SELECT account_id, now() FROM agent ON CONFLICT (agent_id) DO UPDATE SET seen_at = now()");
    }

    @AfterEach
    void close() {
        List.of(ana, ben).forEach(SocketClient::close);
        reset();
    }

    private Optional<JsonObject> missed(String userName, String conversation) {
        HttpResponse<String> answer = People.get(installation, "api/v1/missed", People.cookie(installation, userName));
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.createReader(new StringReader(answer.body())).readObject().getJsonArray("missed").getValuesAs(JsonObject.class).stream()
            .filter(chat -> chat.getString("conversationId").equals(conversation)).findFirst();
    }

    private static void leave(SocketClient visitor, String conversation, String text) {
        visitor.send(frame("message.leave").add("clientId", UUID.randomUUID().toString()).add("conversationId", conversation)
            .add("email", "vera@left.example").add("text", text)).await("message.left");
    }

    @Test
    void theTeamHearsOfAChatThatNobodyTookAndOfTheMessage() {
        try (SocketClient vera = People.visitor(installation, "Vera Team")) {
            vera.send(act("chat.request").add("entry", "team"));
            String conversation = vera.await("chat.fallback").getString("conversationId");
            assertEquals(1, ana.await("missed").getInt("count"));
            assertEquals(1, ben.await("missed").getInt("count"));
            JsonObject chat = missed("ben", conversation).orElseThrow();
            assertEquals("Sales", chat.getString("team"));
            assertTrue(chat.isNull("takenBy") && chat.isNull("leftText"), chat.toString());
            assertTrue(missed("chae", conversation).isEmpty(), "not of the team");
            installation.query("UPDATE missed_seen SET seen_at = now()");
            leave(vera, conversation, "Please call me back.");
            assertEquals(1, ben.await("missed").getInt("count"), "new again");
            JsonObject left = missed("ben", conversation).orElseThrow();
            assertEquals("Please call me back.", left.getString("leftText"));
            assertEquals("vera@left.example", left.getString("email"));
        }
    }

    @Test
    void whoLetItLapseHasItOnceAndWhoDeclinedItHasItNot() {
        People.setAvailable(ana, true);
        People.setAvailable(ben, true);
        try (SocketClient vera = People.visitor(installation, "Vera Twice")) {
            String conversation = vera.send(act("chat.request").add("entry", "team")).await("chat.requested").getString("conversationId");
            ana.await("offer", f -> f.getString("conversationId").equals(conversation));
            People.offersLapse(installation);
            String offer = ben.await("offer", f -> f.getString("conversationId").equals(conversation)).getString("offerId");
            ben.send(frame("offer.decline").add("offerId", offer));
            vera.await("chat.fallback");
            assertEquals(1, ana.await("missed").getInt("count"));
            assertTrue(missed("ana", conversation).orElseThrow().isNull("team"));
            assertTrue(missed("ben", conversation).isEmpty());
            leave(vera, conversation, "Hello?");
            assertEquals(1, ana.await("missed").getInt("count"));
            assertEquals(List.of(), ben.all("missed"));
        }
    }
}
