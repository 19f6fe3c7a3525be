package org.agentinbox.it.visitor;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.Site;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Tests visitors who are known by the site's signature, or by an email address that they claim. */
class KnownVisitorIT {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Installation installation = Installation.shared();
    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8);
    private final String veras = "vera." + mark + "@customer.example";
    private final Site site = Site.with(installation);

    @BeforeEach
    @AfterEach
    void nobodyIsThere() {
        People.nobodyIsAvailable(installation);
    }

    private static SocketClient claim(SocketClient visitor, String name, String email) {
        visitor.send(frame("identify").add("name", name).add("email", email)).await("identified", f -> !f.getBoolean("verified"));
        return visitor;
    }

    private static SocketClient signed(SocketClient visitor, String token) {
        return visitor.send(frame("identify").add("signed", token));
    }

    /** Returns the next data of the visitor that the agent is sent with this value of {@code join}. */
    private static JsonObject told(Chat chat, String join) {
        return chat.agent().await("visitor", f -> f.getJsonObject("visitor").getString("join").equals(join)).getJsonObject("visitor");
    }

    private static String source(JsonObject visitor, String field) {
        return visitor.getJsonObject("sources").getString(field, null);
    }

    private HttpResponse<String> call(String method, String path, String userName) {
        return People.call(HttpRequest.newBuilder(installation.address().resolve("api/v1/conversations/" + path))
            .header("Cookie", People.cookie(installation, userName)).method(method, BodyPublishers.noBody()));
    }

    private Set<String> history(Chat chat) {
        String body = call("GET", chat.id() + "/activities", "sam").body();
        Set<String> ids = new HashSet<>();
        Json.createReader(new StringReader(body)).readObject().getJsonArray("activities").getValuesAs(JsonObject.class)
            .forEach(a -> ids.add(a.getString("conversationId")));
        return ids;
    }

    private String stored(Chat chat) {
        return installation
            .query("SELECT row_to_json(v) || ' ' || (SELECT count(*) FROM visitor_record WHERE verified_at IS NOT NULL) FROM visitor v "
                + "JOIN conversation c ON c.visitor_id = v.id WHERE c.id = CAST(? AS uuid)", chat.id())
            .get(0);
    }

    private static String visitorOf(String stored) {
        return stored.substring(0, stored.lastIndexOf('}'));
    }

    /** Adds an ended chat of ana with somebody about whom the CRM has sent much. */
    private String verasPastChat() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            JsonObjectBuilder claims = Site.claims(veras).add("name", "Vera " + mark).add("crmStatus", "Status " + mark)
                .add("phone", "+49 " + mark)
                .add("attributes", Json.createObjectBuilder().add("plan", "Plan " + mark));
            signed(chat.visitor(), site.sign(claims)).await("identified", f -> f.getBoolean("verified"));
            chat.visitorSays("Secret " + mark);
            chat.end();
            return chat.id();
        }
    }

    @Test
    void theSiteSignsWhoItIsAndNoClaimChangesThat() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            signed(chat.visitor(), site.sign(Site.claims(veras).add("name", "Vera Lind").add("crmStatus", "Customer")
                .add("attributes", Json.createObjectBuilder().add("seats", 200)))).await("identified", f -> f.getBoolean("verified"));
            JsonObject visitor = told(chat, "VERIFIED");
            assertEquals("Vera Lind", visitor.getString("name"));
            assertEquals(veras, visitor.getString("email"));
            assertEquals("Customer", visitor.getString("crmStatus"));
            assertEquals("200", visitor.getJsonObject("attributes").getString("seats"));
            assertEquals(List.of("VERIFIED", "VERIFIED", "VERIFIED"),
                List.of(source(visitor, "name"), source(visitor, "email"), source(visitor, "crmStatus")));
            chat.visitor().send(frame("identify").add("name", "Bob").add("email", "bob." + mark + "@customer.example").add("phone", "1"))
                .await("identified", f -> f.getBoolean("verified"));
            visitor = chat.agent()
                .await("visitor", f -> f.getJsonObject("visitor").getJsonObject("own").getString("name", "").equals("Bob"))
                .getJsonObject("visitor");
            assertEquals("Vera Lind", visitor.getString("name"));
            assertEquals(veras, visitor.getString("email"));
            assertEquals("CLAIMED", source(visitor, "phone"));
        }
    }

    @Test
    void whatIsNotSignedAsItMustBeChangesNothing() {
        try (Chat chat = Chat.begin(installation, "ana"); SocketClient other = People.visitor(installation, "Thief")) {
            String before = stored(chat);
            String used = site.sign(Site.claims(veras).add("name", "Vera"));
            signed(other, used).await("identified", f -> f.getBoolean("verified"));
            before = visitorOf(before) + "} "
                + installation.query("SELECT count(*) FROM visitor_record WHERE verified_at IS NOT NULL").get(0);
            for (String token : List.of(used, used.substring(0, used.lastIndexOf('.') + 1), "x",
                Site.stranger().sign(Site.claims(veras)), site.sign(Json.createObjectBuilder().add("email", veras)),
                site.sign(Json.createObjectBuilder().add("email", veras).add("exp", Instant.now().minusSeconds(120).getEpochSecond())),
                site.sign(
                    Json.createObjectBuilder().add("email", veras).add("exp", Instant.now().plus(Duration.ofDays(3)).getEpochSecond())),
                site.sign(Site.claims(veras).add("crmStatus", "x".repeat(101))))) {
                JsonObject error = chat.visitor().send(frame("identify").add("name", "Changed").add("signed", token))
                    .awaitError("INVALID_FIELD");
                assertTrue(error.getString("message").length() > 10, error.toString());
                assertEquals(before, stored(chat), error.toString());
            }
        }
    }

    @Test
    void anotherPersonInTheSameBrowserIsAnotherVisitor() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            claim(chat.visitor(), "Bob", "bob." + mark + "@customer.example");
            told(chat, "CLAIMED");
            signed(chat.visitor(), site.sign(Site.claims(veras))).await("identified", f -> f.getBoolean("verified"));
            assertEquals(veras, told(chat, "VERIFIED").getString("email"), "the site's word stands over a claim");
            String bobs = site.sign(Site.claims("bob." + mark + "@customer.example"));
            String before = stored(chat);
            signed(chat.visitor(), bobs).awaitError("OTHER_PERSON");
            assertEquals(before, stored(chat));
            signed(chat.visitor().send(frame("hello")), bobs).await("identified", f -> f.getBoolean("verified"));
            assertEquals(visitorOf(before), visitorOf(stored(chat)), "the first one's chat is none of theirs");
        }
    }

    @Test
    void aKnownAddressJoinsForTheAgentAtOnceAndForTheVisitorNever() {
        String past = verasPastChat();
        try (Chat chat = Chat.begin(installation, "ana")) {
            assertEquals(Set.of(chat.id()), history(chat));
            claim(chat.visitor(), "Mallory", veras.toUpperCase(Locale.ROOT));
            JsonObject visitor = told(chat, "CLAIMED");
            assertEquals("Vera " + mark, visitor.getString("name"));
            assertEquals("Mallory", visitor.getJsonObject("own").getString("name"));
            assertEquals("Status " + mark, visitor.getString("crmStatus"));
            assertEquals(List.of("KNOWN", "CLAIMED", "KNOWN"),
                List.of(source(visitor, "name"), source(visitor, "email"), source(visitor, "phone")));
            assertFalse(visitor.getBoolean("verified"));
            assertTrue(visitor.getBoolean("joined"));
            assertEquals(Set.of(chat.id(), past), history(chat));
            attack(chat, past);
        }
    }

    /** Whether an address is known, claimed by others, kept apart or new, the answer to the one who types it is the same. */
    @Test
    void noAnswerTellsWhetherAnAddressIsKnown() {
        verasPastChat();
        try (Chat chat = Chat.begin(installation, "ana"); SocketClient other = People.visitor(installation, "Other")) {
            claim(other, "Other", "claimed." + mark + "@customer.example");
            claim(chat.visitor(), "Mallory", veras);
            told(chat, "CLAIMED");
            assertEquals(200, call("DELETE", chat.id() + "/join", "sam").statusCode());
            told(chat, "APART");
            Set<String> answers = new HashSet<>();
            for (String email : List.of(veras, "claimed." + mark + "@customer.example", "new." + mark + "@customer.example")) {
                answers.add(answer(chat.visitor(), email));
                try (SocketClient stranger = People.visitor(installation, "Stranger")) {
                    answers.add(answer(stranger, email));
                }
            }
            assertEquals(Set.of("{\"type\":\"identified\",\"verified\":false}"), answers);
        }
    }

    private static String answer(SocketClient visitor, String email) {
        int before = visitor.all("identified").size();
        visitor.send(frame("identify").add("email", email));
        Await.until("an answer to " + email, SOON, () -> visitor.all("identified").size() > before);
        return visitor.all("identified").get(before).toString();
    }

    /** Sends all frames that a visitor can, about a past chat of the person whose address they claim. */
    private void attack(Chat chat, String past) {
        SocketClient mallory = chat.visitor();
        String agentText = "Hello";
        chat.agentSays(agentText);
        mallory.send(frame("sync").add("conversationId", past).add("afterSeq", 0)).awaitError("NOT_FOUND");
        mallory.send(act("message.send").add("conversationId", past).add("text", "x")).awaitError("NOT_FOUND");
        mallory.send(act("chat.end").add("conversationId", past)).awaitError("NOT_FOUND");
        mallory.send(frame("sync").add("conversationId", chat.id()).add("afterSeq", 0)).await("messages");
        mallory.send(frame("typing").add("conversationId", past).add("on", true))
            .send(frame("read").add("conversationId", past).add("seq", 1));
        mallory.send(frame("identify").add("email", veras)).await("identified");
        mallory.send(act("chat.request")).await("chat.requested", f -> f.getString("conversationId").equals(chat.id()));
        String token = mallory.all("welcome").get(0).getString("token");
        JsonObject welcome = mallory.send(frame("hello").add("token", token)).await("welcome");
        assertEquals("Mallory", welcome.getJsonObject("visitor").getString("name"));
        assertEquals(chat.id(), welcome.getJsonObject("conversation").getString("id"));
        String told = mallory.all().toString();
        for (String secret : List.of("Vera " + mark, "Status " + mark, "+49 " + mark, "Plan " + mark, "Secret " + mark, past)) {
            assertFalse(told.replace("\"conversationId\":\"" + past + "\"", "").contains(secret), secret + " in " + told);
        }
        for (String path : List.of("conversations", "conversations/" + past + "/transcript.txt", "conversations/" + past + "/activities",
            "visitors/" + veras)) {
            assertEquals(401, People.get(installation, "api/v1/" + path, null).statusCode(), path);
        }
        String log = call("GET", chat.id() + "/transcript.txt", "ana").body();
        assertTrue(log.contains("Mallory") && !log.contains(mark), "what an agent may pass on has their own name: " + log);
    }

    @Test
    void theJoinIsUndoneExactlyAndRemembered() {
        String past = verasPastChat();
        try (Chat chat = Chat.begin(installation, "ana")) {
            claim(chat.visitor(), "Mallory", veras);
            told(chat, "CLAIMED");
            assertEquals(403, call("DELETE", chat.id() + "/join", "ana").statusCode());
            assertEquals(404, call("DELETE", UUID.randomUUID() + "/join", "sam").statusCode());
            assertEquals(Set.of(chat.id(), past), history(chat));
            HttpResponse<String> undone = call("DELETE", chat.id() + "/join", "sam");
            assertEquals(200, undone.statusCode(), undone.body());
            assertFalse(undone.body().contains("Status " + mark));
            assertEquals("Mallory", told(chat, "APART").getString("name"));
            assertEquals(Set.of(chat.id()), history(chat));
            claim(chat.visitor(), "Mallory", veras);
            assertEquals("Mallory", told(chat, "APART").getString("name"), "the same claim does not join again");
            claim(chat.visitor(), "Mallory", "other." + mark + "@customer.example");
            told(chat, "CLAIMED");
            claim(chat.visitor(), "Mallory", veras);
            told(chat, "APART");
            assertEquals(403, call("PUT", chat.id() + "/join", "ana").statusCode());
            assertEquals(200, call("PUT", chat.id() + "/join", "sam").statusCode());
            assertEquals("Vera " + mark, told(chat, "CLAIMED").getString("name"));
            signed(chat.visitor(), site.sign(Site.claims(veras))).await("identified", f -> f.getBoolean("verified"));
            assertEquals(403, call("DELETE", chat.id() + "/join", "sam").statusCode(), "a signature is no claim");
        }
    }

    @Test
    void twoWhoClaimTheSameAreJoinedAndFoundByWhatIsKnown() {
        try (Chat first = Chat.begin(installation, "ana")) {
            first.visitor().send(frame("identify").add("email", veras).add("jobTitle", "CTO " + mark)).await("identified");
            first.end();
            try (Chat second = Chat.begin(installation, "ana")) {
                claim(second.visitor(), "Second", veras);
                JsonObject visitor = told(second, "CLAIMED");
                assertEquals("EARLIER", source(visitor, "jobTitle"));
                assertEquals("CTO " + mark, visitor.getString("jobTitle"));
                assertEquals(Set.of(first.id(), second.id()), history(second));
                signed(second.visitor(), site.sign(Site.claims(veras).add("name", "Known" + mark))).await("identified",
                    f -> f.getBoolean("verified"));
                Await.until("the first chat is found by the name that became known", SOON,
                    () -> call("GET", "search?q=known" + mark, "ben").body().contains(first.id()));
                assertTrue(call("GET", "search?q=known" + mark, "ana").body().contains(second.id()), "an active one too");
            }
        }
    }
}
