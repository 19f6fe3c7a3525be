package org.agentinbox.it.routing;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/** Tests that an offer whose agent cannot be reached any more goes on soon, and that a page which is opened again keeps it. */
class UnreachableAgentIT {

    /** The time of grace (5 s), two looks, and what a slow machine needs. */
    private static final Duration SOON = Duration.ofSeconds(12);

    private final Installation installation = Installation.shared();
    private SocketClient ana;
    private SocketClient ben;
    private SocketClient visitor;
    private String conversation;
    private JsonObject first;

    @BeforeEach
    void anaGetsAnOffer() {
        People.nobodyIsAvailable(installation);
        new RoutingSetup(installation).reset();
        installation.query("DELETE FROM push_subscription");
        ana = People.inbox(installation, "ana");
        ben = People.inbox(installation, "ben");
        visitor = People.visitor(installation, "Vera Lind");
        People.setAvailable(ana, true);
        conversation = People.request(visitor);
        first = offer(ana);
    }

    @AfterEach
    void close() {
        visitor.send(act("chat.end"));
        List.of(ana, ben, visitor).forEach(SocketClient::close);
        People.nobodyIsAvailable(installation);
    }

    private JsonObject offer(SocketClient inbox) {
        return inbox.await("offer", f -> f.getString("conversationId").equals(conversation));
    }

    private String state(String offerId) {
        return installation.query("SELECT state || ' ' || (unreachable_since IS NOT NULL) FROM offer WHERE id = ?::uuid", offerId).get(0);
    }

    private void accept(SocketClient inbox, JsonObject offer) {
        inbox.send(frame("offer.accept").add("offerId", offer.getString("offerId"))).await("conversation");
        visitor.await("chat.connected");
    }

    @Test
    void itGoesOnToTheNextAgentWhereTheLastPageIsClosed() {
        People.setAvailable(ben, true);
        SocketClient second = People.inbox(installation, "ana");
        ana.goodbye();
        second.cut();
        Await.until("it went on", SOON, () -> state(first.getString("offerId")).equals("PASSED_ON true"));
        JsonObject next = offer(ben);
        String steps = new RoutingSetup(installation).steps(conversation);
        assertTrue(steps.startsWith("ENTRY:"), steps);
        accept(ben, next);
    }

    @Test
    void theVisitorIsToldWhereThereIsNobodyElse() {
        ana.cut();
        assertEquals(conversation, visitor.await("chat.fallback").getString("conversationId"));
    }

    @Test
    void itGoesOnWhereTheServerOfTheirPageIsGone() {
        People.setAvailable(ben, true);
        installation.query("UPDATE agent_connection SET node = gen_random_uuid(), seen_at = now() - interval '40 seconds' WHERE agent_id = "
            + "(SELECT id FROM account WHERE user_name = 'ana')");
        Await.until("it went on", SOON, () -> state(first.getString("offerId")).equals("PASSED_ON true"));
        accept(ben, offer(ben));
    }

    @Test
    void whoReloadsThePageKeepsIt() {
        ana.goodbye();
        Await.until("it is noted that she is gone", SOON, () -> state(first.getString("offerId")).equals("PENDING true"));
        ana = People.inbox(installation, "ana");
        Await.until("it is noted that she is back", SOON, () -> state(first.getString("offerId")).equals("PENDING false"));
        accept(ana, first);
    }

    @Test
    void whoHasADeviceKeepsIt() {
        installation.query("INSERT INTO push_subscription (id, account_id, endpoint, public_key, auth, label, locale, created_at, "
            + "seen_at) SELECT gen_random_uuid(), id, 'https://push.invalid/1', 'x', 'y', 'Device', 'en', now(), now() FROM account "
            + "WHERE user_name = 'ana'");
        ana.goodbye();
        SocketClient other = People.visitor(installation, "Wanda");
        String later = People.request(other);
        Await.until("somebody looked since", SOON, () -> !installation.query("SELECT 1 FROM offer WHERE conversation_id = ?::uuid AND "
            + "offered_at < now() - interval '8 seconds'", later).isEmpty());
        assertEquals("PENDING false", state(first.getString("offerId")));
        other.send(act("chat.end")).await("chat.ended");
        other.close();
        installation.query("DELETE FROM push_subscription");
    }
}
