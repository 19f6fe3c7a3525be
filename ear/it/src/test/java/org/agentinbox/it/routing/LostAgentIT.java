package org.agentinbox.it.routing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.CustomerSite;
import org.agentinbox.it.browser.WidgetWindow;
import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import jakarta.json.JsonObject;

/** Tests what a visitor is told whose agent lost the connection, and that the chat goes to another agent after five minutes. */
class LostAgentIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Installation installation = Installation.shared();

    @RegisterExtension
    private final Browsers browsers = new Browsers();
    private SocketClient ana;
    private SocketClient vera;
    private String chat;

    @BeforeEach
    void aChatWithAna() {
        People.nobodyIsAvailable(installation);
        ana = People.inbox(installation, "ana");
        People.setAvailable(ana, true);
        vera = People.visitor(installation, "Vera");
        chat = People.request(vera);
        People.accept(ana, chat);
        vera.await("chat.connected");
    }

    @AfterEach
    void end() {
        vera.close();
        ana.close();
        People.nobodyIsAvailable(installation);
    }

    private void presence(SocketClient visitor, boolean present) {
        visitor.await("agent.presence", told -> told.getString("conversationId").equals(chat) && told.getBoolean("present") == present);
    }

    private void anaIsGone() {
        ana.close();
        presence(vera, false);
    }

    /** Five minutes later. */
    private void later() {
        installation.query("UPDATE lost_agent SET since = since - interval '5 minutes' WHERE conversation_id = ?::uuid", chat);
    }

    private SocketClient available(String userName) {
        SocketClient agent = People.inbox(installation, userName);
        People.setAvailable(agent, true);
        return agent;
    }

    private static JsonObject lostOffer(SocketClient agent, String chat) {
        return agent.await("offer", offer -> offer.getString("conversationId").equals(chat) && offer.getString("kind").equals("LOST"));
    }

    @Test
    void theVisitorIsToldAndWhatTheyWriteIsThereWhenTheAgentReturns() {
        anaIsGone();
        vera.send(act("message.send").add("text", "Are you there?")).await("message.ack");
        vera.send(frame("hello").add("token", vera.all("welcome").get(0).getString("token"))).await("welcome");
        presence(vera, false);
        ana = People.inbox(installation, "ana");
        presence(vera, true);
        JsonObject messages = ana.send(frame("sync").add("conversationId", chat).add("afterSeq", 0)).await("messages");
        assertEquals("Are you there?", messages.getJsonArray("messages").getJsonObject(0).getString("text"));
        assertTrue(ana.all("offer").isEmpty());
    }

    @Test
    void afterFiveMinutesAnotherAgentTakesOver() {
        anaIsGone();
        vera.send(act("message.send").add("text", "Are you there?")).await("message.ack");
        try (SocketClient ben = available("ben")) {
            assertTrue(ben.all("offer").isEmpty(), "not before the time");
            later();
            JsonObject offer = lostOffer(ben, chat);
            assertEquals("Ana Silva", offer.getJsonObject("from").getString("name"));
            ben.send(frame("offer.accept").add("offerId", offer.getString("offerId")));
            JsonObject taken = ben.await("conversation", one -> one.getString("id").equals(chat));
            assertEquals(1, taken.getInt("unread"));
            assertEquals("Ben Okafor", vera.await("chat.agent").getJsonObject("agent").getString("name"));
            presence(vera, true);
            JsonObject line = vera.all("message").stream().filter(one -> one.getString("kind").equals("SYSTEM")).findFirst().orElseThrow();
            assertEquals("Ana Silva lost the connection. Ben Okafor has joined the chat.", line.getString("text"));
            ana = People.inbox(installation, "ana");
            assertTrue(ana.all("welcome").get(0).getJsonArray("conversations").isEmpty(), "it is Ben's now");
            ben.send(act("chat.end").add("conversationId", chat));
            vera.await("chat.ended");
            assertTrue(People.get(installation, "api/v1/conversations?scope=ALL&limit=30", People.cookie(installation, "ana")).body()
                .contains(chat), "past conversations are everybody's");
            People.setAvailable(ben, false);
        }
    }

    @Test
    void whoComesBackKeepsTheChat() {
        anaIsGone();
        try (SocketClient ben = available("ben")) {
            later();
            JsonObject offer = lostOffer(ben, chat);
            ana = People.inbox(installation, "ana");
            ben.await("offer.withdrawn", gone -> gone.getString("offerId").equals(offer.getString("offerId"))
                && gone.getString("reason").equals("CANCELLED"));
            ben.send(frame("offer.accept").add("offerId", offer.getString("offerId"))).awaitError("OFFER_GONE");
            ana.send(act("message.send").add("conversationId", chat).add("text", "I am back.")).await("message.ack");
            People.setAvailable(ben, false);
        }
    }

    @Test
    void whoDeclinedIsNotAskedAgainAndTheNextOneIs() {
        anaIsGone();
        try (SocketClient ben = available("ben")) {
            later();
            ben.send(frame("offer.decline").add("offerId", lostOffer(ben, chat).getString("offerId"))).await("offer.withdrawn");
            try (SocketClient chae = available("chae")) {
                lostOffer(chae, chat);
                assertEquals(1, ben.all("offer").stream().filter(one -> one.getString("conversationId").equals(chat)).count());
                vera.send(act("chat.end")).await("chat.ended");
                chae.await("offer.withdrawn");
                Await.until("nothing is kept of a chat that is over", SOON, () -> List.of("0").equals(
                    installation.query("SELECT count(*) FROM lost_agent WHERE conversation_id = ?::uuid", chat)));
                People.setAvailable(chae, false);
            }
            People.setAvailable(ben, false);
        }
    }

    @Test
    void theWidgetSaysSo() {
        vera.send(act("chat.end")).await("chat.ended");
        try (CustomerSite site = new CustomerSite(installation, Installation.CUSTOMER_PORT)) {
            WidgetWindow widget = WidgetWindow.on(browsers.open(), site.address()).startChat("Vera", "Hello?");
            String id = ana.await("offer").getString("conversationId");
            ana.send(frame("offer.accept").add("offerId", ana.all("offer").get(ana.all("offer").size() - 1).getString("offerId")))
                .await("conversation", one -> one.getString("id").equals(id));
            assertThat(widget.page().getByText("Chatting with you now")).isVisible();
            ana.close();
            assertThat(widget.page().getByText("Ana Silva lost the connection.")).isVisible();
            assertThat(widget.page().getByText("Chatting with you now")).hasCount(0);
            ana = People.inbox(installation, "ana");
            assertThat(widget.page().getByText("Chatting with you now")).isVisible();
            assertThat(widget.page().getByText("Ana Silva lost the connection.")).not().isVisible();
        }
    }
}
