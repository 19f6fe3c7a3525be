package org.agentinbox.it.meeting;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.MailingInstallation;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Tests sharing a calendar, booking, moving and cancelling over sockets and REST, the contents of mails, and refusals. */
class MeetingsIT extends MeetingTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void fromTheCardToTheCancellation() throws Exception {
        try (Chat chat = shared()) {
            List<String> free = slots(token, id("ana"));
            JsonObjectBuilder wish = booking(id("ana"), free.get(0), chat.id());
            JsonObject first = wish.build();
            JsonObject booked = object(call("POST", "meetings", token, Json.createObjectBuilder(first)));
            assertEquals(booked, object(call("POST", "meetings", token, Json.createObjectBuilder(first))), "the same act once");
            JsonObject said = chat.visitor().await("message", m -> m.getString("kind").equals("SYSTEM"));
            assertEquals("BOOKED", said.getJsonObject("card").getJsonObject("meeting").getString("event"));
            assertTrue(said.getString("text").contains("(Asia/Seoul)"), said.getString("text"));
            assertEquals(said.getInt("seq"), chat.agent().await("message", m -> m.getString("kind").equals("SYSTEM")).getInt("seq"));
            assertFalse(slots(token, id("ana")).contains(free.get(0)));
            String path = "meetings/" + booked.getString("id");
            assertEquals(409, call("PUT", path, token, Json.createObjectBuilder().add("start", "2026-01-01T00:00:00Z")).statusCode(),
                "in the past");
            assertEquals(1, object(call("PUT", path, token, Json.createObjectBuilder().add("start", free.get(3)))).getInt("sequence"));
            assertTrue(slots(token, id("ana")).contains(free.get(0)), "the old slot is free again");
            assertEquals("CANCELLED", object(call("DELETE", path, token, null)).getString("state"));
            assertEquals(409, call("DELETE", path, token, null).statusCode());
            assertEquals(List.of("1"), installation
                .query("SELECT count(*) FROM activity WHERE conversation_id = ?::uuid AND type = 'SCHEDULED_MEETING'", chat.id()));
            List<MimeMessage> mails = post.mails(email);
            assertEquals(List.of("REQUEST 0", "REQUEST 1", "CANCEL 2"), mails.stream().map(this::invitation).toList());
            assertEquals(List.of("REQUEST 0", "REQUEST 1", "CANCEL 2"), post.mails("ana@acme.example").stream()
                .filter(mail -> calendar(mail).contains(booked.getString("id"))).map(this::invitation).toList());
            List<BodyPart> parts = MailingInstallation.parts(mails.get(0));
            assertEquals(List.of("text/plain", "text/calendar", "application/ics"), parts.stream().map(MeetingsIT::type).toList());
            assertTrue(parts.get(1).getContentType().contains("method=REQUEST"), parts.get(1).getContentType());
            assertEquals("ana@acme.example", mails.get(0).getReplyTo()[0].toString());
        }
    }

    private static String type(BodyPart part) {
        try {
            return part.getContentType().split(";")[0].toLowerCase();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns the unfolded iCalendar text of an invitation; empty for any other mail. */
    private static String calendar(MimeMessage mail) {
        List<BodyPart> parts = MailingInstallation.parts(mail);
        return parts.isEmpty() ? "" : MailingInstallation.text(parts.get(1)).replace("\r\n ", "");
    }

    private String invitation(MimeMessage mail) {
        Map<String, String> properties = calendar(mail).lines().filter(line -> line.matches("(METHOD|SEQUENCE):.*"))
            .collect(Collectors.toMap(line -> line.split(":")[0], line -> line.split(":")[1]));
        return properties.get("METHOD") + " " + properties.get("SEQUENCE");
    }

    /** The token in the link identifies the visitor. Opening it changes nothing, and another site's page cannot act with it. */
    @Test
    void theLinkInTheMailMovesAndCancels() {
        try (Chat chat = shared()) {
            List<String> free = slots(token, id("ana"));
            String meeting = object(call("POST", "meetings", token, booking(id("ana"), free.get(0), chat.id()))).getString("id");
            String page = "meeting/" + MailingInstallation.token(post.mails(email).get(0));
            HttpResponse<String> seen = People.get(installation, page, null);
            assertEquals(200, seen.statusCode());
            assertEquals("noindex, nofollow", seen.headers().firstValue("X-Robots-Tag").orElse("none"));
            assertTrue(seen.body().contains("Meeting with Ana Silva") && seen.body().contains("Asia/Seoul"), seen.body());
            assertEquals(404, People.get(installation, page + "x", null).statusCode());
            assertEquals(404, People.get(installation, "meeting/", null).statusCode());
            People.get(installation, page + "/cancel", null);
            assertEquals(403,
                People
                    .call(HttpRequest.newBuilder(installation.address().resolve(page + "/cancel")).header("Origin", "https://evil.example")
                        .POST(BodyPublishers.noBody()))
                    .statusCode());
            assertEquals(List.of("BOOKED"), installation.query("SELECT state FROM meeting WHERE id = ?::uuid", meeting));
            assertTrue(outcome(page + "/move", "start", "2026-01-01T00:00:00Z").endsWith("problem=SLOT_TAKEN"));
            assertTrue(outcome(page + "/move", "start", free.get(2)).endsWith("done=moved"));
            assertTrue(outcome(page + "/cancel").endsWith("done=cancelled"));
            assertTrue(outcome(page + "/cancel").endsWith("problem=MEETING_OVER"));
            assertEquals(List.of("REQUEST 0", "REQUEST 1", "CANCEL 2"), post.mails(email).stream().map(this::invitation).toList());
        }
    }

    /** 200 visitors book the same slot at the same time. */
    @Test
    void aSlotIsSoldOnceWhoeverRacesForIt() {
        String race = UUID.randomUUID().toString();
        installation.query("INSERT INTO visitor (id, version, token_hash, name, email, created_at, seen_at) "
            + "SELECT gen_random_uuid(), 0, sha256(convert_to(? || i, 'UTF8')), 'Racer ' || i, ? || i || '@race.example', now(), now() "
            + "FROM generate_series(1, 200) i",
            race, race);
        installation.query("INSERT INTO conversation (id, visitor_id, request_client_id, state, requested_at, ended_at) "
            + "SELECT gen_random_uuid(), id, gen_random_uuid(), 'MISSED', now(), now() FROM visitor WHERE email LIKE ? || '%'", race);
        installation.query(
            "INSERT INTO calendar_share SELECT c.id, a.id, now() FROM conversation c JOIN visitor v ON v.id = c.visitor_id, account a "
                + "WHERE a.user_name = 'ana' AND v.email LIKE ? || '%'",
            race);
        List<String> conversations = installation
            .query("SELECT c.id FROM conversation c JOIN visitor v ON v.id = c.visitor_id WHERE v.email LIKE ? || '%' "
                + "ORDER BY CAST(substring(v.name FROM 7) AS integer)", race);
        String start = slots(race + 1, id("ana")).get(5);
        String agent = id("ana");
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 200).mapToObj(i -> HTTP.sendAsync(
            request("meetings", race + (i + 1))
                .POST(BodyPublishers.ofString(booking(agent, start, conversations.get(i)).build().toString())).build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))).toList();
        Map<Integer, Long> statuses = answers.stream().map(CompletableFuture::join)
            .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
        assertEquals(Map.of(201, 1L, 409, 199L), statuses);
        assertEquals(List.of("1"), installation.query("SELECT count(*) FROM meeting WHERE email LIKE ? || '%'", race));
        String winner = installation.query("SELECT email FROM meeting WHERE email LIKE ? || '%'", race).get(0);
        assertEquals(1, post.mails(winner).size(), "one invitation");
        assertEquals(1, post.mails("ana@acme.example").stream().filter(mail -> calendar(mail).contains(winner)).count());
        assertEquals(List.of("199"), installation
            .query("SELECT count(*) FROM booking_failure f JOIN visitor v ON v.id = f.visitor_id WHERE v.email LIKE ? || '%'", race));
        installation.query("DELETE FROM deadline WHERE kind = 'BOOKING_FAILED'");
    }

    /** The database refuses overlapping meetings, whatever the service has checked. */
    @Test
    void theDatabaseItselfExcludesWhatOverlaps() {
        String insert = "INSERT INTO meeting (id, version, agent_id, conversation_id, client_id, state, sequence, starts_at, ends_at, "
            + "free_at, email, created_at, changed_at) "
            + "SELECT gen_random_uuid(), 0, account_id, gen_random_uuid(), gen_random_uuid(), ?, 0, ?::timestamptz, ?::timestamptz, "
            + "?::timestamptz, 'x@x', now(), now() "
            + "FROM agent_calendar";
        installation.query(insert, "BOOKED", "2031-01-01T10:00Z", "2031-01-01T10:30Z", "2031-01-01T10:45Z");
        installation.query(insert, "BOOKED", "2031-01-01T10:45Z", "2031-01-01T11:45Z", "2031-01-01T11:45Z");
        installation.query(insert, "CANCELLED", "2031-01-01T10:00Z", "2031-01-01T10:30Z", "2031-01-01T10:30Z");
        AssertionError refused = assertThrows(AssertionError.class,
            () -> installation.query(insert, "BOOKED", "2031-01-01T10:40Z", "2031-01-01T10:44Z", "2031-01-01T10:44Z"), "within the buffer");
        assertTrue(refused.getMessage().contains("meeting_sold_once"), refused.getMessage());
    }

    @Test
    void othersMayNeitherSeeNorBookNorChange() {
        try (Chat chat = shared(); SocketClient other = SocketClient.visitor(installation)) {
            other.send(frame("hello").add("locale", "en").add("timeZone", "UTC").add("page", "https://www.customer.example/"));
            String stranger = other.await("welcome").getString("token");
            other.send(frame("identify").add("email", "stranger@customer.example")).await("identified");
            String ana = id("ana");
            List<String> free = slots(token, ana);
            String path = "meetings/" + object(call("POST", "meetings", token, booking(ana, free.get(0), chat.id()))).getString("id");
            JsonObjectBuilder move = Json.createObjectBuilder().add("start", free.get(2));
            JsonObject to = move.build();
            assertEquals(404, call("GET", "calendars/" + ana + "/slots", stranger, null).statusCode(), "not shared with them");
            assertEquals(404, call("GET", "calendars/" + id("ben") + "/slots", token, null).statusCode(), "not shared at all");
            assertEquals(404, call("POST", "meetings", stranger, booking(ana, free.get(1), chat.id())).statusCode(),
                "somebody else's conversation");
            assertEquals(404, call("POST", "meetings", token, booking(id("ben"), free.get(1), chat.id())).statusCode());
            assertEquals(404, call("DELETE", path, stranger, null).statusCode());
            assertEquals(404, call("PUT", path, stranger, Json.createObjectBuilder(to)).statusCode());
            assertEquals(404, call("DELETE", path, "no token of ours", null).statusCode());
            assertEquals(401, call("DELETE", path, null, null).statusCode());
            assertEquals(401, call("GET", "calendars/" + ana + "/slots", null, null).statusCode());
            assertEquals(List.of(404, 404, 403),
                Stream.of("ben", "cal", "mia").map(name -> asAgent("DELETE", path, name, null).statusCode()).toList());
            assertEquals(403,
                People.call(request("calendars/" + ana + "/slots", token).header("Origin", "https://evil.example").GET()).statusCode());
            HttpResponse<String> allowed = People
                .call(request("calendars/" + ana + "/slots", token).header("Origin", "https://www.customer.example").GET());
            assertEquals("https://www.customer.example", allowed.headers().firstValue("Access-Control-Allow-Origin").orElse("none"));
            HttpResponse<String> preflight = People.call(request("meetings", null).header("Origin", "https://www.customer.example")
                .header("Access-Control-Request-Method", "POST").method("OPTIONS", BodyPublishers.noBody()));
            assertEquals(204, preflight.statusCode());
            assertTrue(preflight.headers().firstValue("Access-Control-Allow-Headers").orElse("").contains("authorization"));
            assertEquals(404, notTheirs(chat, "ben"), "a chat that is somebody else's");
            assertEquals(200, asAgent("PUT", path, "ana", to.toString()).statusCode());
            assertEquals(200, asAgent("DELETE", path, "sam", null).statusCode(), "a sales admin");
        }
    }

    private int notTheirs(Chat chat, String userName) {
        try (SocketClient inbox = People.inbox(installation, userName)) {
            inbox.send(act("calendar.share").add("conversationId", chat.id()).add("agentId", id("ana"))).awaitError("NOT_FOUND");
            return 404;
        }
    }

    private HttpResponse<String> asAgent(String method, String path, String userName, String body) {
        return People.call(request(path, null).header("Cookie", People.cookie(installation, userName))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    /** Somebody who claims an address learns nothing about its owner, neither from the answer nor from the mail. */
    @Test
    void whatIsKnownOfTheClaimedAddressIsNotShown() {
        try (Chat chat = shared()) {
            installation.query(
                "UPDATE visitor_record SET name = 'Known Person', company = 'Secret Corp', verified_at = now() WHERE email = ?", email);
            installation.query("UPDATE visitor SET name = NULL WHERE email = ?", email);
            installation.query("UPDATE agent_calendar SET invitation = 'For {visitor.name} of {visitor.company}.'");
            HttpResponse<String> booked = call("POST", "meetings", token, booking(id("ana"), slots(token, id("ana")).get(0), chat.id()));
            assertEquals(201, booked.statusCode(), booked.body());
            MimeMessage mail = post.mails(email).get(0);
            for (String seen : List.of(booked.body(), MailingInstallation.text(MailingInstallation.parts(mail).get(0)), calendar(mail))) {
                assertFalse(seen.contains("Known Person") || seen.contains("Secret Corp"), seen);
            }
        }
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        try (Chat chat = shared()) {
            String ana = id("ana");
            String start = slots(token, ana).get(0);
            for (String wrong : Arrays.asList("", "tomorrow", "2026-13-01T00:00:00Z")) {
                assertEquals(400, call("POST", "meetings", token, booking(ana, wrong, chat.id())).statusCode(), wrong);
            }
            assertEquals(409, call("POST", "meetings", token, booking(ana, start.replace(":00Z", ":07Z"), chat.id())).statusCode(),
                "no slot begins then");
            assertEquals(400, call("POST", "meetings", token, booking(ana, start, chat.id()).add("email", "nowhere")).statusCode());
            assertEquals(400, call("GET", "calendars/" + ana + "/slots?from=2026-01-01&zone=Mars/Olympus", token, null).statusCode());
            assertEquals("application/problem+json",
                call("POST", "meetings", token, booking(ana, "", chat.id())).headers().firstValue("Content-Type").orElse(""));
            assertEquals(201, call("POST", "meetings", token, booking(ana, start, chat.id())).statusCode());
            assertEquals("SLOT_TAKEN", object(call("POST", "meetings", token, booking(ana, start, chat.id()))).getString("title"));
        }
    }

    /** A failed attempt followed by a booking is not reported; without one it is, once its time is over. */
    @Test
    void aBookingThatFailedIsToldByMail() {
        try (Chat chat = shared()) {
            String ana = id("ana");
            List<String> free = slots(token, ana);
            call("POST", "meetings", token, booking(ana, "2026-01-01T00:00:00Z", chat.id()));
            call("POST", "meetings", token, booking(ana, "2026-01-01T00:00:00Z", chat.id()));
            assertEquals(List.of("1"), installation.query("SELECT count(*) FROM deadline WHERE kind = 'BOOKING_FAILED'"));
            timeIsUp();
            for (String concerned : List.of("ana@acme.example", "sam@acme.example")) {
                assertEquals(1, post.mails(concerned).stream().filter(this::isFailure).count(), concerned);
            }
            call("POST", "meetings", token, booking(ana, "2026-01-01T00:00:00Z", chat.id()));
            assertEquals(201, call("POST", "meetings", token, booking(ana, free.get(0), chat.id())).statusCode());
            timeIsUp();
            assertEquals(1, post.mails("sam@acme.example").stream().filter(this::isFailure).count());
        }
    }

    private void timeIsUp() {
        installation.query("UPDATE deadline SET due_at = now() WHERE kind = 'BOOKING_FAILED'");
        Await.until("it is looked at", Duration.ofSeconds(20),
            () -> installation.query("SELECT 1 FROM deadline WHERE kind = 'BOOKING_FAILED'").isEmpty());
    }

    private boolean isFailure(MimeMessage mail) {
        try {
            return mail.getSubject().startsWith("Meeting not booked: Vera Lind") && MailingInstallation.text(mail).contains(email);
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
