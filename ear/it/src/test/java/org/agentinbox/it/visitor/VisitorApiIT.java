package org.agentinbox.it.visitor;

import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Tests what a CRM can send over REST, and that it needs an API key. */
class VisitorApiIT {

    private final Installation installation = Installation.shared();
    private final String email = "crm." + UUID.randomUUID() + "@customer.example";
    private final String key = Site.apiKey(installation);

    @BeforeEach
    @AfterEach
    void nobodyIsThere() {
        People.nobodyIsAvailable(installation);
    }

    private HttpResponse<String> call(String method, String who, String type, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("api/v1/visitors/" + who))
            .header("Content-Type", type)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return People.call(request);
    }

    private HttpResponse<String> put(String body) {
        return call("PUT", email, "application/json", body, Map.of("Authorization", "Bearer " + key));
    }

    private static JsonObject object(String body) {
        return Json.createReader(new StringReader(body)).readObject();
    }

    @Test
    void whatTheCrmKnowsShowsWhileTheChatRuns() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitor().send(frame("identify").add("name", "Vera").add("email", email)).await("identified");
            HttpResponse<String> answer = put(
                "{\"name\":\"Vera Lind\",\"crmStatus\":\"Opportunity\",\"attributes\":{\"plan\":\"Team\",\"seats\":7}}");
            assertEquals(200, answer.statusCode(), answer.body());
            assertEquals("7", object(answer.body()).getJsonObject("attributes").getString("seats"));
            JsonObject visitor = chat.agent()
                .await("visitor", f -> f.getJsonObject("visitor").getString("crmStatus", "").equals("Opportunity"))
                .getJsonObject("visitor");
            assertEquals("Vera Lind", visitor.getString("name"));
            assertEquals("KNOWN", visitor.getJsonObject("sources").getString("name"), "the visitor only claims to be her");
            assertEquals(200, put("{\"crmStatus\":\"Customer\"}").statusCode());
            visitor = chat.agent().await("visitor", f -> f.getJsonObject("visitor").getString("crmStatus", "").equals("Customer"))
                .getJsonObject("visitor");
            assertEquals("Vera", visitor.getString("name"), "what is put is all that is known");
            JsonObject got = object(
                call("GET", email.toUpperCase(Locale.ROOT), "application/json", null, Map.of("Authorization", "bearer " + key)).body());
            assertEquals("Customer", got.getString("crmStatus"));
            assertEquals(0, chat.visitor().all().toString().split("Opportunity|Customer\"", -1).length - 1,
                "the visitor hears nothing of it");
            assertEquals(List.of("t"), installation
                .query("SELECT last_used_at > now() - interval '1 minute' FROM api_key WHERE key_hash = sha256(CAST(? AS bytea))", key));
        }
    }

    @Test
    void withoutAKeyThatHoldsNothingIsToldOrTaken() {
        String body = "{\"crmStatus\":\"Customer\"}";
        String revoked = Site.apiKey(installation);
        installation.query("UPDATE api_key SET revoked_at = now() WHERE key_hash = sha256(CAST(? AS bytea))", revoked);
        for (Map<String, String> headers : List.of(Map.<String, String>of(), Map.of("Authorization", "Bearer"),
            Map.of("Authorization", "Bearer " + key + "x"),
            Map.of("Authorization", key), Map.of("Authorization", "Basic " + key), Map.of("Authorization", "Bearer " + revoked),
            Map.of("Cookie", People.cookie(installation, "sam")),
            Map.of("Cookie", People.cookie(installation, "sam"), "Authorization", "Bearer aik_wrong"))) {
            HttpResponse<String> answer = call("PUT", email, "application/json", body, headers);
            assertEquals(401, answer.statusCode(), headers.keySet() + ": " + answer.body());
            assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
            assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""));
            assertEquals("WRONG_KEY", object(answer.body()).getString("title"));
            assertEquals(401, call("GET", email, "application/json", null, headers).statusCode());
            assertEquals(401, call("PUT", "nonsense", "application/json", "nonsense", headers).statusCode(), "before anything else");
        }
        assertEquals(List.of("0"), installation.query("SELECT count(*) FROM visitor_record WHERE email = ?", email));
        HttpResponse<String> elsewhere = People
            .call(HttpRequest.newBuilder(installation.address().resolve("api/v1/conversations")).header("Authorization", "Bearer " + key));
        assertEquals(401, elsewhere.statusCode(), "a key opens nothing else");
    }

    @Test
    void aKeyDoesWhatItsScopesSayAndNoMore() {
        assertEquals(200, put("{\"name\":\"Vera\"}").statusCode());
        Map<String, String> reads = Map.of("Authorization", "Bearer " + Site.apiKey(installation, "READ"));
        Map<String, String> tells = Map.of("Authorization", "Bearer " + Site.apiKey(installation, "VISITORS"));
        String body = "{\"name\":\"Mallory\"}";
        assertEquals(200, call("GET", email, "application/json", null, reads).statusCode());
        HttpResponse<String> refused = call("PUT", email, "application/json", body, reads);
        assertEquals(403, refused.statusCode());
        assertTrue(object(refused.body()).getString("detail").contains("lacks the scope visitors"), refused.body());
        assertEquals(403, call("PUT", "nonsense", "application/json", "nonsense", reads).statusCode(), "before anything else");
        assertEquals(List.of("Vera"), installation.query("SELECT name FROM visitor_record WHERE email = ?", email));
        assertEquals(403, call("GET", email, "application/json", null, tells).statusCode());
        assertEquals(200, call("PUT", email, "application/json", "{\"name\":\"Véra\"}", tells).statusCode());
    }

    @Test
    void whatCannotBeIsRefusedAsAProblem() {
        for (String body : List.of("", "[]", "nonsense", "{\"name\":7}", "{\"attributes\":[]}", "{\"attributes\":{\"a\":{}}}",
            "{\"jobtitle\":\"CTO\"}", "{\"email\":\"x@y\"}",
            "{\"name\":\"" + "x".repeat(201) + "\"}", "{\"crmStatus\":\"a\\nb\"}", "{\"attributes\":{\"\":\"x\"}}")) {
            HttpResponse<String> answer = put(body);
            assertEquals(400, answer.statusCode(), body + ": " + answer.body());
            assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
            assertTrue(object(answer.body()).getString("detail").length() > 3);
        }
        Map<String, String> allowed = Map.of("Authorization", "Bearer " + key);
        assertEquals(415, call("PUT", email, "text/plain", "{}", allowed).statusCode());
        assertEquals(400, call("PUT", "nobody", "application/json", "{}", allowed).statusCode());
        assertEquals(404, call("GET", email, "application/json", null, allowed).statusCode());
        assertEquals(403,
            call("PUT", email, "application/json", "{}", Map.of("Authorization", "Bearer " + key, "Origin", "https://evil.example"))
                .statusCode());
        assertEquals(List.of("0"),
            installation.query("SELECT count(*) FROM visitor_record WHERE email = ? AND verified_at IS NOT NULL", email));
    }
}
