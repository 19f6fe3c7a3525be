package org.agentinbox.it.meeting;

import static org.agentinbox.it.support.SocketClient.act;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.MailingInstallation;
import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** Tests that a visitor causes few invitations to one address, and that whoever asks without end has to wait. */
class MeetingLimitsIT extends MeetingTests {

    /** Somebody may book with any address, and whoever has the link can move the meeting. */
    @Test
    void visitorsHaveFewInvitationsSentToOneAddress() {
        email = "Flood-" + UUID.randomUUID() + "@customer.example";
        try (Chat chat = shared()) {
            List<String> free = slots(token, id("ana"));
            String meeting = object(call("POST", "meetings", token, booking(id("ana"), free.get(0), chat.id()))).getString("id");
            for (int i = 1; i < 10; i++) {
                assertEquals(200,
                    call("PUT", "meetings/" + meeting, token, Json.createObjectBuilder().add("start", free.get(i))).statusCode());
            }
            HttpResponse<String> refused = call("PUT", "meetings/" + meeting, token, Json.createObjectBuilder().add("start", free.get(11)));
            assertEquals(429, refused.statusCode(), refused.body());
            assertEquals("TOO_MANY_INVITATIONS", object(refused).getString("title"));
            assertTrue(object(refused).getString("detail").startsWith("At most 10 invitations go to one address in an hour."));
            String page = "meeting/" + MailingInstallation.token(post.mails(email).get(9));
            assertTrue(outcome(page + "/move", "start", free.get(11)).endsWith("problem=TOO_MANY_INVITATIONS"));
            assertTrue(
                People.get(installation, page + "?problem=TOO_MANY_INVITATIONS", null).body().contains("Enough emails about meetings"));
            // Another spelling of the same address counts as the same.
            JsonObjectBuilder more = booking(id("ana"), free.get(12), chat.id()).add("email", email.toLowerCase().replace("@", "+more@"));
            assertEquals(429, call("POST", "meetings", token, more).statusCode());
            assertEquals(List.of("1"), installation.query("SELECT count(*) FROM meeting WHERE conversation_id = ?::uuid", chat.id()));
            installation.query("UPDATE meeting_invitation SET sent_at = sent_at - interval '1 hour' WHERE meeting_id = ?::uuid", meeting);
            assertEquals(200,
                call("PUT", "meetings/" + meeting, token, Json.createObjectBuilder().add("start", free.get(11))).statusCode());
            installation.query("UPDATE meeting_invitation SET sent_at = now() - interval '2 hours' WHERE meeting_id = ?::uuid", meeting);
            installation.query("INSERT INTO meeting_invitation SELECT meeting_id, mailbox_hash, sent_at FROM meeting_invitation "
                + "WHERE meeting_id = ?::uuid LIMIT 9", meeting);
            assertTrue(object(call("PUT", "meetings/" + meeting, token, Json.createObjectBuilder().add("start", free.get(12))))
                .getString("detail").startsWith("At most 20 invitations go to one address in a day."));
            assertEquals(200, call("DELETE", "meetings/" + meeting, token, null).statusCode(), "cancelling is possible always");
            assertEquals(12, post.mails(email).size());
        }
    }

    /** The limits count per visitor and per link in a mail; another visitor is still answered. */
    @Test
    void whoAsksWithoutEndIsToldToWait() {
        try (Chat chat = shared()) {
            String meeting = object(call("POST", "meetings", token, booking(id("ana"), slots(token, id("ana")).get(0), chat.id())))
                .getString("id");
            String path = "calendars/" + id("ana") + "/slots?to=2026-01-01T00:00:00Z";
            HttpResponse<String> wait = untilTooFast(() -> call("GET", path, token, null));
            assertEquals("1", wait.headers().firstValue("Retry-After").orElse("none"));
            assertEquals("TOO_FAST", object(wait).getString("title"));
            untilTooFast(() -> call("POST", "meetings", token, booking(id("ana"), "2026-01-01T00:00:00Z", chat.id())));
            assertEquals(404, call("GET", path, "somebody else", null).statusCode());
            String page = "meeting/" + MailingInstallation.token(post.mails(email).get(0));
            assertTrue(untilTooFast(() -> People.get(installation, page, null)).body().contains("One moment, please"));
            untilTooFast(() -> People.post(installation, page + "/move", null));
            assertEquals(List.of("BOOKED"), installation.query("SELECT state FROM meeting WHERE id = ?::uuid", meeting));
            installation.query("DELETE FROM deadline WHERE kind = 'BOOKING_FAILED'");
        }
    }

    private static HttpResponse<String> untilTooFast(Supplier<HttpResponse<String>> act) {
        return Stream.generate(act).limit(300).filter(answer -> answer.statusCode() == 429).findFirst().orElseThrow();
    }
}
