package org.agentinbox.it.notification;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Tests what counts as missed by an agent: the offers that expired, their own only. This installation sends no mail. */
class MissedChatsIT {

    private final Installation installation = Installation.shared();
    private SocketClient ana;

    @BeforeEach
    void anaIsThere() {
        People.nobodyIsAvailable(installation);
        installation
            .query("INSERT INTO missed_seen SELECT account_id, now() FROM agent ON CONFLICT (agent_id) DO UPDATE SET seen_at = now()");
        ana = People.inbox(installation, "ana");
        assertEquals(0, ana.all("welcome").get(0).getJsonObject("missed").getInt("count"));
        People.setAvailable(ana, true);
    }

    @AfterEach
    void anaLeaves() {
        People.setAvailable(ana, false);
        ana.close();
    }

    private JsonObject missed(String userName) {
        HttpResponse<String> answer = People.get(installation, "api/v1/missed", People.cookie(installation, userName));
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private List<JsonObject> list(String userName) {
        return missed(userName).getJsonArray("missed").getValuesAs(JsonObject.class);
    }

    private boolean hasMissed(String userName, String conversation) {
        return list(userName).stream().anyMatch(chat -> chat.getString("conversationId").equals(conversation));
    }

    private HttpResponse<String> seen(String userName, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("api/v1/missed/seen"))
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        Optional.ofNullable(userName).ifPresent(name -> request.header("Cookie", People.cookie(installation, name)));
        return People.call(request);
    }

    @Test
    void whatLapsesIsListedUntilItIsSeenAndWhatIsDeclinedIsNot() {
        try (SocketClient vera = People.visitor(installation, "Vera Missed");
            SocketClient dan = People.visitor(installation, "Dan Declined");
            SocketClient ben = People.inbox(installation, "ben")) {
            String lapsed = People.request(vera);
            vera.send(act("message.send").add("text", "Anybody there?")).await("message.ack");
            String declined = People.request(dan);
            String offer = ana.await("offer", f -> f.getString("conversationId").equals(declined)).getString("offerId");
            ana.send(frame("offer.decline").add("offerId", offer));
            dan.await("chat.fallback");
            People.offersLapse(installation);
            assertEquals(1, ana.await("missed").getInt("count"));
            JsonObject newest = list("ana").get(0);
            assertEquals(lapsed, newest.getString("conversationId"));
            assertEquals("Vera Missed", newest.getString("name"));
            assertTrue(newest.getString("email").endsWith("@customer.example"));
            assertEquals("Anybody there?", newest.getString("firstLine"));
            assertTrue(newest.isNull("takenBy"));
            assertFalse(newest.getBoolean("seen"));
            assertFalse(hasMissed("ana", declined));
            assertFalse(hasMissed("ben", lapsed));
            assertFalse(hasMissed("sam", lapsed));
            try (SocketClient other = SocketClient.agent(installation, People.cookie(installation, "ana"))) {
                assertEquals(1, other.send(frame("hello")).await("welcome").getJsonObject("missed").getInt("count"));
                assertEquals(204, seen("ana", "{\"upTo\":\"" + newest.getString("missedAt") + "\"}").statusCode());
                assertEquals(0, other.await("missed").getInt("count"));
                assertEquals(0, ana.await("missed").getInt("count"));
            }
            assertTrue(list("ana").get(0).getBoolean("seen"));
            assertEquals(0, missed("ana").getInt("unseen"));
            assertEquals(204, seen("ana", "{\"upTo\":\"2020-01-01T00:00:00Z\"}").statusCode());
            assertEquals(0, missed("ana").getInt("unseen"), "what was seen stays seen");
            assertEquals(List.of(), ben.all("missed"));
            assertEquals(List.of(), installation.query("SELECT 1 FROM outbox WHERE kind = 'MAIL'"), "nobody to send emails as");
        }
    }

    @Test
    void itIsForThoseWhoTakeChats() {
        assertEquals(401, People.get(installation, "api/v1/missed", null).statusCode());
        assertEquals(401, seen(null, "{\"upTo\":\"2020-01-01T00:00:00Z\"}").statusCode());
        for (String userName : List.of("cal", "mia")) {
            assertEquals(403, People.get(installation, "api/v1/missed", People.cookie(installation, userName)).statusCode());
            assertEquals(403, seen(userName, "{\"upTo\":\"2020-01-01T00:00:00Z\"}").statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "nonsense", "{\"upTo\":null}", "{\"upTo\":7}", "{\"upTo\":\"yesterday\"}",
        "{\"upTo\":\"2999-01-01T00:00:00Z\"}", "{\"upTo\":\"-999999999-01-01T00:00:00Z\"}"})
    void whatIsNoInstantOfThePastIsRefused(String body) {
        assertEquals(400, seen("ana", body).statusCode());
        assertTrue(Instant
            .parse(installation.query("SELECT to_char(max(seen_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM missed_seen")
                .get(0))
            .isBefore(Instant.parse("2990-01-01T00:00:00Z")));
    }
}
