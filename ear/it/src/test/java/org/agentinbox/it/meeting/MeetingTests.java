package org.agentinbox.it.meeting;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.MailingInstallation;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A shared calendar, and what visitors and agents ask of meetings by REST. */
abstract class MeetingTests {

    final MailingInstallation post = MailingInstallation.shared();
    final Installation installation = post.installation();
    String token;
    String email;

    @BeforeEach
    void onlyAnaCanBeMet() {
        People.nobodyIsAvailable(installation);
        post.onlyCalendar("ana");
        email = "vera-" + UUID.randomUUID() + "@customer.example";
    }

    @AfterEach
    void nobodyIsThere() {
        People.nobodyIsAvailable(installation);
    }

    String id(String userName) {
        return installation.query("SELECT id FROM account WHERE user_name = ?", userName).get(0);
    }

    HttpRequest.Builder request(String path, String bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("api/v1/" + path)).header("Content-Type",
            "application/json");
        return bearer == null ? request : request.header("Authorization", "Bearer " + bearer);
    }

    HttpResponse<String> call(String method, String path, String bearer, JsonObjectBuilder body) {
        return People.call(request(path, bearer).method(method,
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.build().toString())));
    }

    static JsonObject object(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    List<String> slots(String bearer, String agent) {
        HttpResponse<String> answer = call("GET", "calendars/" + agent + "/slots", bearer, null);
        assertEquals(200, answer.statusCode(), answer.body());
        return object(answer).getJsonArray("slots").getValuesAs(JsonObject.class).stream().map(slot -> slot.getString("start")).toList();
    }

    static JsonObjectBuilder booking(String agent, String start, String conversation) {
        return Json.createObjectBuilder().add("agentId", agent).add("start", start).add("conversationId", conversation)
            .add("clientId", UUID.randomUUID().toString());
    }

    /** Returns a chat in which ana has shared her calendar. */
    Chat shared() {
        SocketClient ana = People.inbox(installation, "ana");
        People.setAvailable(ana, true);
        SocketClient vera = SocketClient.visitor(installation);
        vera.send(frame("hello").add("locale", "en").add("timeZone", "Asia/Seoul").add("page", "https://www.customer.example/"));
        token = vera.await("welcome").getString("token");
        vera.send(frame("identify").add("name", "Vera Lind").add("email", email)).await("identified");
        Chat chat = Chat.of(ana, vera);
        JsonObjectBuilder share = act("calendar.share").add("conversationId", chat.id()).add("agentId", id("ana"));
        JsonObject sent = share.build();
        JsonObject ack = ana.send(Json.createObjectBuilder(sent)).await("message.ack");
        JsonObject card = vera.await("message");
        assertEquals("BOOKING", card.getString("kind"));
        assertEquals(Json.createObjectBuilder().add("agentId", id("ana")).add("agentName", "Ana Silva").add("durationMinutes", 30).build(),
            card.getJsonObject("card"));
        assertTrue(card.getString("text").startsWith("Ana Silva shares a calendar"), card.getString("text"));
        assertEquals(ack.getInt("seq"), ana.send(Json.createObjectBuilder(sent)).await("message.ack").getInt("seq"), "the same act once");
        return chat;
    }

    String outcome(String path, String... fields) {
        HttpResponse<String> answer = People.post(installation, path, null, fields);
        assertEquals(303, answer.statusCode());
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
