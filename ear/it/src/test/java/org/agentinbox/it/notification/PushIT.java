package org.agentinbox.it.notification;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.PushService;
import org.agentinbox.it.support.PushService.Browser;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;

/** Tests that Web Push reaches agents whose page is closed, through a push service that decrypts and verifies. */
class PushIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Installation installation = Installation.shared();
    private final PushService service = PushService.shared();
    private final Browser browser = service.subscribe();
    private final String ana = People.cookie(installation, "ana");

    @BeforeEach
    void onlyAnaIsAvailableWithAClosedPage() {
        forgetSubscriptions();
        People.nobodyIsAvailable(installation);
        try (SocketClient inbox = People.inbox(installation, "ana")) {
            People.setAvailable(inbox, true);
        }
        awaitClosedPages();
    }

    @AfterEach
    void nobodyIsThere() {
        forgetSubscriptions();
        People.nobodyIsAvailable(installation);
        assertEquals(List.of(), service.wrong());
    }

    private void forgetSubscriptions() {
        installation.query("DELETE FROM push_subscription");
    }

    private void awaitClosedPages() {
        Await.until("no page of Ana's is open", PATIENCE, () -> installation.query("""
            SELECT 1 FROM agent_connection k JOIN account a ON a.id = k.agent_id WHERE a.user_name = 'ana'
                AND k.seen_at > now() - interval '25 seconds'
            """).isEmpty());
        // A page that a browser leaves counts for three seconds more.
        installation.query("DELETE FROM agent_connection");
    }

    private HttpResponse<String> call(String method, String path, String body, String cookie, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve(("api/v1/push" + path).replace("push/../", "")))
            .header("Content-Type", "application/json")
            .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0")
            .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return People.call(request);
    }

    private static JsonObject json(HttpResponse<String> answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private String subscribe(Browser which, String cookie) {
        HttpResponse<String> answer = call("POST", "/subscriptions", which.subscription(), cookie);
        assertEquals(201, answer.statusCode(), answer.body());
        return json(answer).getString("id");
    }

    private List<String> devices(String cookie) {
        return json(call("GET", "", null, cookie)).getJsonArray("devices").getValuesAs(JsonObject.class).stream()
            .map(d -> d.getString("id")).toList();
    }

    @Test
    void aClosedPageGetsTheOfferAndSigningInAcceptsIt() {
        subscribe(browser, ana);
        try (SocketClient vera = People.visitor(installation, "Vera Push")) {
            String conversation = People.request(vera);
            vera.send(act("message.send").add("text", "Are you there? 안녕하세요")).await("message.ack");
            PushService.Received first = browser.await("offer", d -> true);
            assertEquals(conversation, first.data().getString("conversationId"));
            assertEquals("Vera Push", first.data().getString("name"));
            assertEquals("high", first.headers().getFirst("Urgency"));
            long life = Long.parseLong(first.headers().getFirst("TTL"));
            assertTrue(life > 5 && life <= 15, life + " s are those of the offer");
            PushService.Received second = browser.await("offer", d -> !d.isNull("text"));
            assertEquals("Are you there? 안녕하세요", second.data().getString("text"));
            assertEquals(first.headers().getFirst("Topic"), second.headers().getFirst("Topic"), "one replaces the other");
            try (SocketClient inbox = SocketClient.agent(installation, People.signIn(installation, "ana", "demo"))) {
                JsonObject welcome = inbox.send(frame("hello")).await("welcome");
                String offer = first.data().getString("offerId");
                assertTrue(welcome.getJsonArray("offers").getValuesAs(JsonObject.class).stream()
                    .anyMatch(o -> o.getString("offerId").equals(offer)));
                inbox.send(frame("offer.accept").add("offerId", offer)).await("conversation");
                assertEquals("Ana Silva", vera.await("chat.connected").getJsonObject("agent").getString("name"));
            }
        }
    }

    @Test
    void aBrowserThatIsGoneIsForgottenAndReachesNobody() {
        subscribe(browser, ana);
        browser.answerNext(410, "");
        try (SocketClient vera = People.visitor(installation, "Vera Gone")) {
            People.request(vera);
            Await.until("the subscription is forgotten", PATIENCE, () -> devices(ana).isEmpty());
        }
        try (SocketClient ida = People.visitor(installation, "Ida Late")) {
            ida.send(act("chat.request")).await("chat.fallback");
        }
        assertEquals(List.of(), browser.received());
    }

    @Test
    void aPushServiceInTroubleIsTriedAgainWhenItWants() {
        subscribe(browser, ana);
        browser.answerNext(500, "");
        browser.answerNext(503, "3");
        Instant before = Instant.now();
        try (SocketClient vera = People.visitor(installation, "Vera Again")) {
            String conversation = People.request(vera);
            browser.await("offer", d -> d.getString("conversationId").equals(conversation));
            assertTrue(Duration.between(before, Instant.now()).compareTo(Duration.ofSeconds(4)) >= 0,
                "1 s after the 500, 3 s after the 503");
            Await.until("nothing waits", PATIENCE, () -> installation.query("SELECT 1 FROM outbox WHERE kind = 'WEB_PUSH'").isEmpty());
            assertEquals(1, browser.received().size());
        }
    }

    @Test
    void aPushThatCannotBeDeliveredIsGivenUpAndTheBrowserStays() {
        String id = subscribe(browser, ana);
        browser.answerNext(413, "");
        assertEquals(202, call("POST", "/subscriptions/" + id + "/test", null, ana).statusCode());
        Await.until("nothing waits", PATIENCE, () -> installation.query("SELECT 1 FROM outbox WHERE kind = 'WEB_PUSH'").isEmpty());
        assertEquals(202, call("POST", "/subscriptions/" + id + "/test", null, ana).statusCode());
        browser.await("test", d -> d.getString("locale").equals("en"));
        assertEquals(1, browser.received().size());
    }

    @Test
    void whatAVisitorWritesIsPushedOnlyWhileThePageIsClosed() {
        subscribe(browser, ana);
        try (SocketClient vera = People.visitor(installation, "Vera Writes")) {
            String conversation;
            try (SocketClient inbox = People.inbox(installation, "ana")) {
                conversation = People.request(vera);
                People.accept(inbox, conversation);
                vera.send(act("message.send").add("text", "While you look")).await("message.ack");
                inbox.await("message");
                inbox.send(frame("read").add("conversationId", conversation).add("seq", 1));
                vera.await("read");
            }
            awaitClosedPages();
            vera.send(act("message.send").add("text", "While you are away")).await("message.ack");
            PushService.Received push = browser.await("message", d -> d.getString("conversationId").equals(conversation));
            assertEquals(2, push.data().getInt("seq"), "the first was read");
            assertEquals("While you are away", push.data().getString("text"));
            assertEquals("Vera Writes", push.data().getString("name"));
            vera.send(act("chat.end")).await("chat.ended");
        }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"http://127.0.0.1:9990/management", "https://169.254.169.254/x", "https://evil.example/x", "http://fcm.googleapis.com/x",
            "https://fcm.googleapis.com@evil.example/", "https://updates.push.services.mozilla.com/x", "x", ""})
    void onlyAllowedPushServicesAreCalled(String endpoint) {
        String body = browser.subscription().replace(browser.endpoint(), endpoint);
        HttpResponse<String> answer = call("POST", "/subscriptions", body, ana);
        assertEquals(400, answer.statusCode());
        assertEquals("INVALID_FIELD", json(answer).getString("title"));
        assertEquals(List.of(), devices(ana));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "{}", "{\"endpoint\":7}",
        "{\"endpoint\":\"https://fcm.googleapis.com/x\",\"p256dh\":\"BA\",\"auth\":\"AA\"}",
        "{\"endpoint\":\"https://fcm.googleapis.com/x\",\"p256dh\":\"§\",\"auth\":\"AA\"}"})
    void nonsenseIsRefused(String body) {
        assertEquals(400, call("POST", "/subscriptions", body, ana).statusCode());
    }

    @Test
    void theLanguageMayBeLeftOut() {
        HttpResponse<String> answer = call("POST", "/subscriptions", browser.subscription().replace(",\"locale\":\"en\"", ""), ana);
        assertEquals(201, answer.statusCode(), answer.body());
        assertEquals(202, call("POST", "/subscriptions/" + json(answer).getString("id") + "/test", null, ana).statusCode());
        browser.await("test", d -> d.getString("locale").equals("en"));
    }

    @Test
    void devicesAreTheirOwners() {
        String id = subscribe(browser, ana);
        String ben = People.cookie(installation, "ben");
        String cal = People.cookie(installation, "cal");
        assertEquals(List.of(), devices(ben));
        for (String method : List.of("DELETE", "POST")) {
            String path = "/subscriptions/" + id + ("POST".equals(method) ? "/test" : "");
            assertEquals(404, call(method, path, null, ben).statusCode());
            assertEquals(403, call(method, path, null, cal).statusCode());
            assertEquals(401, call(method, path, null, null).statusCode());
            assertEquals(403, call(method, path, null, ana, "Origin", "https://evil.example").statusCode());
            assertEquals(403, call(method, path, null, ana, "Origin", "null").statusCode());
        }
        assertEquals(403, call("POST", "/subscriptions", browser.subscription(), ana, "Origin", "http://localhost:1").statusCode());
        assertEquals(403, call("POST", "/subscriptions", service.subscribe().subscription(), cal).statusCode());
        assertEquals(404, call("DELETE", "/subscriptions/1", null, ana).statusCode());
        assertEquals(List.of(id), devices(ana));
        assertEquals(204, call("DELETE", "/subscriptions/" + id, null, ana, "Origin", installation.origin()).statusCode());
        assertEquals(List.of(), devices(ana));
    }

    @Test
    void aBrowserBelongsToWhoUsesIt() {
        String id = subscribe(browser, ana);
        String foreignKeys = service.subscribe().subscription().replaceFirst("/push/[0-9a-f-]+",
            browser.endpoint().substring(PushService.origin().length()));
        String ben = People.cookie(installation, "ben");
        assertEquals(403, call("POST", "/subscriptions", foreignKeys, ben).statusCode(), "who only knows the address");
        assertEquals(List.of(id), devices(ana));
        assertEquals(id, subscribe(browser, ben));
        assertEquals(List.of(), devices(ana));
        assertEquals(List.of(id), devices(ben));
    }

    @Test
    void theDeviceThatWasNotUsedForLongestGoes() {
        String first = subscribe(browser, ana);
        List<String> others = IntStream.range(0, 9).mapToObj(i -> subscribe(service.subscribe(), ana)).toList();
        assertEquals(first, subscribe(browser, ana), "used again");
        String newest = subscribe(service.subscribe(), ana);
        List<String> left = devices(ana);
        assertEquals(10, left.size());
        assertEquals(newest, left.get(0));
        assertTrue(left.contains(first));
        assertFalse(left.contains(others.get(0)));
    }

    @Test
    void theKeyIsOneAndItsPrivateHalfStaysWhereItIs() {
        String key = json(call("GET", "", null, ana)).getString("publicKey");
        assertEquals(key, json(call("GET", "", null, People.cookie(installation, "ben"))).getString("publicKey"));
        assertEquals(List.of(key), installation.query(
            "SELECT rtrim(translate(replace(encode(public_key, 'base64'), E'\\n', ''), '+/', '-_'), '=') FROM vapid_key"));
        assertEquals("{\"publicKey\":\"" + key + "\",\"devices\":[]}", call("GET", "", null, ana).body());
    }

    @Test
    void soundsAreKeptWithTheAccount() {
        assertEquals(200, preference("PUT", "{\"sound\":\"marimba\",\"volume\":35}", ana).statusCode());
        assertEquals("{\"sound\":\"marimba\",\"volume\":35}", preference("GET", null, ana).body());
        assertEquals("{\"sound\":\"chime\",\"volume\":70}", preference("GET", null, People.cookie(installation, "chae")).body());
        for (String wrong : List.of("{\"sound\":\"gong\",\"volume\":1}", "{\"sound\":\"CHIME\",\"volume\":1}",
            "{\"sound\":\"bell\",\"volume\":101}",
            "{\"sound\":\"bell\",\"volume\":-1}", "{\"sound\":\"bell\"}", "{}")) {
            assertEquals(400, preference("PUT", wrong, ana).statusCode(), wrong);
        }
        assertEquals(403, preference("GET", null, People.cookie(installation, "cal")).statusCode());
        assertEquals(401, preference("GET", null, null).statusCode());
        assertEquals(200, preference("PUT", "{\"sound\":\"chime\",\"volume\":70}", ana).statusCode());
    }

    private HttpResponse<String> preference(String method, String body, String cookie) {
        return call(method, "/../notification-preference", body, cookie);
    }
}
