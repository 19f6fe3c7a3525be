package org.agentinbox.it.routing;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Tests that offers and conversations belong to one agent, and that an offer can be accepted once and before it expires. */
class BadOfferIT {

    private final Installation installation = Installation.shared();
    private SocketClient ben;
    private SocketClient benToo;
    private SocketClient chae;
    private SocketClient vera;

    @BeforeEach
    void come() {
        ben = People.inbox(installation, "ben");
        benToo = People.inbox(installation, "ben");
        chae = People.inbox(installation, "chae");
        vera = People.visitor(installation, "Vera");
        People.setAvailable(ben, true);
    }

    @AfterEach
    void leave() {
        vera.send(act("chat.end"));
        People.setAvailable(ben, false);
        Stream.of(ben, benToo, chae, vera).forEach(SocketClient::close);
    }

    private String offerOf(String conversationId) {
        return ben.await("offer", f -> f.getString("conversationId").equals(conversationId)).getString("offerId");
    }

    private void assertGone(SocketClient agent, String type, String offerId) {
        agent.send(frame(type).add("offerId", offerId));
        assertEquals(offerId, agent.awaitError("OFFER_GONE").getString("offerId"));
    }

    @Test
    void anotherAgentsOfferIsGone() {
        String offer = offerOf(People.request(vera));
        assertGone(chae, "offer.accept", offer);
        assertGone(chae, "offer.decline", offer);
        assertTrue(chae.all("offer").isEmpty());
        ben.send(frame("offer.accept").add("offerId", offer)).await("conversation");
    }

    @Test
    void anOfferThatNeverWasIsGone() {
        assertGone(ben, "offer.accept", UUID.randomUUID().toString());
        assertGone(ben, "offer.decline", UUID.randomUUID().toString());
        ben.send(frame("offer.accept").add("offerId", "1")).awaitError("INVALID_FIELD");
        ben.send(frame("offer.accept")).awaitError("INVALID_FIELD");
    }

    @Test
    void anOfferIsAcceptedOnce() {
        String offer = offerOf(People.request(vera));
        ben.send(frame("offer.accept").add("offerId", offer)).await("conversation");
        assertGone(ben, "offer.accept", offer);
        assertGone(ben, "offer.decline", offer);
        assertGone(benToo, "offer.accept", offer);
        vera.await("chat.connected");
    }

    @Test
    void twoWindowsAtTheSameTimeGetOneChat() {
        for (int round = 0; round < 5; round++) {
            String id = People.request(vera);
            String offer = offerOf(id);
            Stream.of(ben, benToo).parallel().forEach(window -> window.send(frame("offer.accept").add("offerId", offer)));
            // Each window gets the conversation, one as its answer and the other as an event; the other also gets its error.
            ben.await("conversation", f -> f.getString("id").equals(id));
            benToo.await("conversation", f -> f.getString("id").equals(id));
            Await.until("one window is refused", Duration.ofSeconds(10), () -> Stream.of(ben, benToo).flatMap(w -> w.all("error").stream())
                .filter(e -> e.getString("code").equals("OFFER_GONE") && e.getString("offerId").equals(offer)).count() == 1);
            vera.await("chat.connected");
            assertEquals(List.of("ACCEPTED"), installation.query("SELECT state FROM offer WHERE conversation_id = ?::uuid", id));
            vera.send(act("chat.end")).await("chat.ended");
        }
        assertEquals(5, vera.all("chat.connected").size());
    }

    @Test
    void aDeclinedOfferIsGone() {
        String offer = offerOf(People.request(vera));
        ben.send(frame("offer.decline").add("offerId", offer));
        vera.await("chat.fallback");
        assertGone(benToo, "offer.accept", offer);
    }

    @Test
    void anOfferLapses() {
        String id = People.request(vera);
        String offer = offerOf(id);
        People.offersLapse(installation);
        assertEquals("LAPSED", ben.await("offer.withdrawn", f -> f.getString("offerId").equals(offer)).getString("reason"));
        assertGone(ben, "offer.accept", offer);
        vera.await("chat.fallback");
        vera.send(act("message.send").add("text", "Hello?")).awaitError("CHAT_ENDED");
        assertEquals(List.of("MISSED"), installation.query("SELECT state FROM conversation WHERE id = ?::uuid", id));
    }

    @Test
    void anOfferEndsWhenTheVisitorLeaves() {
        String id = People.request(vera);
        String offer = offerOf(id);
        vera.send(act("chat.end")).await("chat.ended");
        assertEquals("ENDED", ben.await("offer.withdrawn", f -> f.getString("offerId").equals(offer)).getString("reason"));
        assertGone(ben, "offer.accept", offer);
        assertEquals(List.of("MISSED"), installation.query("SELECT state FROM conversation WHERE id = ?::uuid", id));
    }

    @Test
    void anotherAgentsConversationDoesNotExist() {
        String id = People.request(vera);
        People.accept(ben, id);
        vera.send(act("message.send").add("text", "For Ben alone")).await("message.ack");
        refused(act("message.send").add("conversationId", id).add("text", "Me too"), id);
        refused(frame("sync").add("conversationId", id).add("afterSeq", 0), id);
        refused(frame("typing").add("conversationId", id).add("on", true), id);
        refused(act("chat.end").add("conversationId", id), id);
        // Read marks have no answer; this one must have changed nothing.
        chae.send(frame("read").add("conversationId", id).add("seq", 1)).send(frame("hello")).await("welcome");
        assertEquals(404,
            People.get(installation, "api/v1/conversations/" + id + "/transcript.txt", People.cookie(installation, "chae")).statusCode());
        JsonObject seen = ben.send(frame("sync").add("conversationId", id).add("afterSeq", 0)).await("messages");
        assertEquals(1, seen.getInt("lastSeq"));
        assertEquals(0, seen.getInt("agentReadSeq"));
        assertEquals("ACTIVE", seen.getString("state"));
        assertTrue(vera.all("typing").isEmpty() && vera.all("chat.ended").isEmpty());
        assertTrue(!chae.all().toString().contains("For Ben alone"));
    }

    private void refused(JsonObjectBuilder frame, String conversationId) {
        assertEquals(conversationId, chae.send(frame).awaitError("NOT_FOUND").getString("conversationId"));
    }

    @Test
    void aSalesAdminSeesAnotherAgentsChatButDoesNotWriteInIt() {
        try (SocketClient sam = People.inbox(installation, "sam")) {
            String id = People.request(vera);
            People.accept(ben, id);
            sam.send(frame("sync").add("conversationId", id).add("afterSeq", 0)).await("messages");
            sam.send(act("message.send").add("conversationId", id).add("text", "Me too")).awaitError("NOT_ALLOWED");
            assertTrue(vera.all("message").isEmpty());
        }
    }
}
