package org.agentinbox.it.routing;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.Site;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Tests that programs learn why a request went where it went, and where one would go. */
class StoryIT {

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);
    private SocketClient ana;
    private SocketClient visitor;
    private String key;

    @BeforeEach
    void open() {
        People.nobodyIsAvailable(installation);
        setup.reset();
        ana = People.inbox(installation, "ana");
        visitor = People.visitor(installation, "Vera Lind");
        key = Site.apiKey(installation);
    }

    @AfterEach
    void close() {
        People.setAvailable(ana, false);
        ana.close();
        visitor.close();
        People.nobodyIsAvailable(installation);
        setup.reset();
    }

    private HttpResponse<String> call(String method, String path, String keyOrNull, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("api/v1/" + path))
            .header("Content-Type", "application/json")
            .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return People.call(keyOrNull == null ? request : request.header("Authorization", "Bearer " + keyOrNull));
    }

    private static List<JsonObject> steps(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.createReader(new StringReader(answer.body())).readObject().getJsonArray("steps").getValuesAs(JsonObject.class);
    }

    private static String told(List<JsonObject> steps) {
        return steps.stream().map(step -> step.getString("kind") + ":" + step.getString("verdict")).collect(Collectors.joining(" "));
    }

    @Test
    void eachStepOfARequestIsTold() {
        setup.entry("support").set("support", "routing = 'TEAM', team_id = ?, queue_minutes = 5", setup.team("Support", "ben"));
        People.setAvailable(ana, true);
        String id = visitor.send(act("chat.request").add("entry", "support")).await("chat.requested").getString("conversationId");
        String offer = ana.await("offer", f -> f.getString("conversationId").equals(id)).getString("offerId");
        ana.send(frame("offer.decline").add("offerId", offer));
        visitor.await("chat.queued");
        visitor.send(act("chat.end")).await("chat.ended");
        List<JsonObject> steps = steps(call("GET", "requests/" + id, key, null));
        String told = told(steps);
        assertTrue(told.startsWith("ENTRY:ASKED ACCOUNT:NOT_LISTED POOL:TEAM CANDIDATE:UNAVAILABLE POOL:ALL "), told);
        assertTrue(told.contains("CANDIDATE:TAKEN OFFER:DECLINED"), told);
        assertTrue(told.contains("CANDIDATE:ASKED_BEFORE"), told);
        assertTrue(told.endsWith("QUEUE:JOINED FALLBACK:LEFT"), told);
        JsonObject declined = steps.stream().filter(step -> step.getString("verdict").equals("DECLINED")).findFirst().orElseThrow();
        assertEquals("Ana Silva", declined.getString("agentName"));
    }

    @Test
    void whatWouldHappenNowIsToldAndNothingChanges() {
        UUID team = setup.team("Korean", "ana");
        setup.entry("rules").set("rules", "routing = 'RULES'")
            .rule(1, "Korean", "[{\"subject\": \"COUNTRY\", \"comparison\": \"IS\", \"value\": \"KR\"}]", team);
        People.setAvailable(ana, true);
        String before = installation.query("SELECT sum(last_number) || ' ' || (SELECT count(*) FROM offer) || ' ' || (SELECT count(*) FROM "
            + "routing_decision) || ' ' || (SELECT count(*) FROM visitor) FROM rotation").get(0);
        String korean = told(steps(call("POST", "routing/preview", key,
            "{\"entry\": \"rules\", \"visitor\": {\"email\": \"kim@gmail.com\", \"locale\": \"ko-KR\"}}")));
        assertEquals("ENTRY:ASKED ACCOUNT:NO_DOMAIN RULE:MATCHED POOL:TEAM CANDIDATE:TAKEN OFFER:EXPECTED", korean);
        String other = told(steps(call("POST", "routing/preview", key, "{\"entry\": \"nosuch\"}")));
        assertTrue(other.startsWith("ENTRY:UNKNOWN ACCOUNT:NO_DOMAIN POOL:ALL") && other.endsWith("OFFER:EXPECTED"), other);
        People.setAvailable(ana, false);
        String nobody = told(steps(call("POST", "routing/preview", key, "{}")));
        assertTrue(nobody.endsWith("FALLBACK:EXPECTED"), nobody);
        assertEquals(before, installation.query("SELECT sum(last_number) || ' ' || (SELECT count(*) FROM offer) || ' ' || (SELECT count(*) "
            + "FROM routing_decision) || ' ' || (SELECT count(*) FROM visitor) FROM rotation").get(0));
    }

    @Test
    void onlyAKeyWithTheScopeLearnsIt() {
        String id = People.request(visitor);
        for (String path : List.of("requests/" + id, "requests/x", "requests/" + UUID.randomUUID())) {
            assertEquals(401, call("GET", path, null, null).statusCode());
            assertEquals(401, call("GET", path, "aik_wrong", null).statusCode());
        }
        assertEquals(404, call("GET", "requests/x", key, null).statusCode());
        assertEquals(404, call("GET", "requests/" + UUID.randomUUID(), key, null).statusCode());
        assertEquals(401, call("POST", "routing/preview", null, "{").statusCode());
        assertEquals(400, call("POST", "routing/preview", key, "{\"visitor\": []}").statusCode());
        String other = Site.apiKey(installation, "READ", "VISITORS", "CONFIGURATION");
        assertEquals(403, call("GET", "requests/" + id, other, null).statusCode());
        assertEquals(403, call("POST", "routing/preview", other, "{").statusCode());
    }
}
