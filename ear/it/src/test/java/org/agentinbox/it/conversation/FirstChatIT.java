package org.agentinbox.it.conversation;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/** Tests a chat between a visitor and an agent over sockets, with the frames that asyncapi.yaml describes. */
class FirstChatIT {

    private final Installation installation = Installation.shared();
    private SocketClient ana;

    @BeforeEach
    void anaIsThere() {
        ana = People.inbox(installation, "ana");
        People.setAvailable(ana, true);
    }

    @AfterEach
    void anaLeaves() {
        People.setAvailable(ana, false);
        ana.close();
    }

    @Test
    void visitorAndAgentTalk() {
        try (SocketClient vera = People.visitor(installation, "Vera")) {
            String id = People.request(vera);
            vera.send(act("message.send").add("text", "How much is it for 200 seats?"));
            assertEquals(1, vera.await("message.ack").getInt("seq"));
            assertEquals("How much is it for 200 seats?", ana.await("offer", f -> !f.isNull("firstLine")).getString("firstLine"));
            String offer = ana.all("offer").get(0).getString("offerId");
            ana.send(frame("offer.accept").add("offerId", offer));
            assertEquals(1, ana.await("conversation").getInt("unread"));
            assertEquals("Ana Silva", vera.await("chat.connected").getJsonObject("agent").getString("name"));
            ana.send(act("message.send").add("conversationId", id).add("text", "Happy to help."));
            assertEquals(2, ana.await("message.ack").getInt("seq"));
            JsonObject message = vera.await("message");
            assertEquals("Happy to help.", message.getString("text"));
            assertEquals("Ana Silva", message.getJsonObject("author").getString("name"));
            assertFalse(message.getJsonObject("author").containsKey("id"), "visitors are told names only: " + message);
            ana.send(frame("sync").add("conversationId", id).add("afterSeq", 1));
            assertEquals(ana.all("welcome").get(0).getJsonObject("agent").getString("id"),
                ana.await("messages").getJsonArray("messages").getJsonObject(0).getJsonObject("author").getString("id"),
                "names can be the same, so agents are told which of them wrote");
            vera.send(frame("typing").add("on", true)).send(frame("read").add("seq", 2));
            assertTrue(ana.await("typing").getBoolean("on"));
            assertEquals(2, ana.await("read").getInt("seq"));
            String clientId = UUID.randomUUID().toString();
            ana.send(frame("chat.end").add("clientId", clientId).add("conversationId", id));
            assertEquals(clientId, ana.await("chat.ended").getString("clientId"));
            JsonObject ended = vera.await("chat.ended");
            assertEquals("AGENT", ended.getString("reason"));
            assertFalse(ended.containsKey("clientId"), "It is the agent's: " + ended);
        }
    }

    @Test
    void nobodyAvailableMeansFallback() {
        People.setAvailable(ana, false);
        try (SocketClient vera = People.visitor(installation, "Vera")) {
            vera.send(act("chat.request")).await("chat.requested");
            assertTrue(vera.await("chat.fallback").getString("text").startsWith("Nobody can chat"));
        }
    }
}
