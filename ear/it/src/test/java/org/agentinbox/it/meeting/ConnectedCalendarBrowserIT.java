package org.agentinbox.it.meeting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.agentinbox.it.browser.Browsers;
import org.agentinbox.it.browser.InboxWindow;
import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.NeedsProgram;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.MailingInstallation;
import org.agentinbox.it.support.Radicale;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Tests an agent's calendar on a real server: busy times there, and meetings booked here that are moved, deleted or lost there. */
@NeedsProgram(value = Radicale.PROGRAM, install = Radicale.INSTALL)
class ConnectedCalendarBrowserIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern START = Pattern.compile("DTSTART(?:;TZID=([^:]+))?:(\\d{8}T\\d{6})");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final MailingInstallation post = MailingInstallation.shared();
    private final Installation installation = post.installation();
    private final String email = "vera-" + UUID.randomUUID() + "@customer.example";
    private Radicale radicale;
    private Page page;
    private String token;
    private Chat chat;

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    @BeforeEach
    void begin() {
        People.nobodyIsAvailable(installation);
        post.onlyCalendar("ana");
        radicale = Radicale.start(MailingInstallation.CALENDAR_PORT);
        radicale.calendar("home", "Home");
        radicale.calendar("work", "Work");
    }

    @AfterEach
    void end() {
        installation.query("DELETE FROM calendar_connection");
        radicale.close();
        People.nobodyIsAvailable(installation);
    }

    private String ana() {
        return installation.query("SELECT id FROM account WHERE user_name = 'ana'").get(0);
    }

    private HttpResponse<String> call(String method, String path, JsonObjectBuilder body) {
        return People
            .call(HttpRequest.newBuilder(installation.address().resolve("api/v1/" + path)).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.build().toString())));
    }

    private static JsonObject object(HttpResponse<String> answer) {
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private List<Instant> slots() {
        return object(call("GET", "calendars/" + ana() + "/slots", null)).getJsonArray("slots").getValuesAs(JsonObject.class).stream()
            .map(slot -> Instant.parse(slot.getString("start"))).toList();
    }

    private String book(Instant start) {
        return object(call("POST", "meetings",
            Json.createObjectBuilder().add("agentId", ana()).add("start", start.toString()).add("conversationId", chat.id())
                .add("clientId", UUID.randomUUID().toString())))
            .getString("id");
    }

    private String state(String meeting) {
        return installation.query("SELECT state || ' ' || sequence FROM meeting WHERE id = ?::uuid", meeting).get(0);
    }

    private Instant starts(String meeting) {
        return Instant.parse(installation
            .query("SELECT to_char(starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM meeting WHERE id = ?::uuid",
                meeting)
            .get(0));
    }

    private static String file(String meeting) {
        return "work/" + meeting + ".ics";
    }

    private void awaitThere(String meeting, Instant start) {
        Await.until("it is in the calendar at " + start, SOON, () -> {
            String text = radicale.get(file(meeting));
            return text != null && startsThere(text).equals(start);
        });
    }

    /** Skips the DTSTART of the time zone, which comes before that of the event. */
    private static Instant startsThere(String text) {
        Matcher start = START.matcher(text.substring(text.indexOf("BEGIN:VEVENT")));
        assertTrue(start.find(), text);
        return LocalDateTime.parse(start.group(2), LOCAL).atZone(start.group(1) == null ? ZoneOffset.UTC : ZoneId.of(start.group(1)))
            .toInstant();
    }

    /** Moves the event as a calendar program would. */
    private void moveThere(String meeting, Instant start) {
        String text = radicale.get(file(meeting));
        int event = text.indexOf("BEGIN:VEVENT");
        radicale.put(file(meeting),
            text.substring(0, event) + text.substring(event).replaceAll("DTSTART[^\r\n]*", "DTSTART:" + BASIC.format(start))
                .replaceAll("DTEND[^\r\n]*", "DTEND:" + BASIC.format(start.plus(30, ChronoUnit.MINUTES))));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator part() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Connected calendar"));
    }

    private void connect(String password) {
        part().getByLabel("Address").fill(radicale.address().toString());
        part().getByLabel("User name").fill(Radicale.USER);
        part().getByLabel("Password").fill(password);
        button("Connect").click();
    }

    private void share() {
        SocketClient ana = People.inbox(installation, "ana");
        People.setAvailable(ana, true);
        SocketClient vera = SocketClient.visitor(installation);
        vera.send(frame("hello").add("locale", "en").add("timeZone", "Asia/Seoul").add("page", "https://www.customer.example/"));
        token = vera.await("welcome").getString("token");
        vera.send(frame("identify").add("name", "Vera Lind").add("email", email)).await("identified");
        chat = Chat.of(ana, vera);
        ana.send(act("calendar.share").add("conversationId", chat.id()).add("agentId", ana())).await("message.ack");
    }

    @Test
    void busyBookedMovedLostFoundAndDeleted() {
        Instant noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(2, ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
        radicale.put("work/lunch.ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:lunch\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:"
                + BASIC.format(noon) + "\r\nDURATION:PT1H\r\nSUMMARY:Lunch\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        page = InboxWindow.signedIn(browsers.open(), installation, "ana").page();
        page.navigate(installation.address().resolve("settings").toString());
        connectAndChoose();
        share();
        try (Chat ignored = chat) {
            List<Instant> free = slots();
            assertFalse(free.contains(noon) || free.contains(noon.plus(30, ChronoUnit.MINUTES)), "busy there");
            assertTrue(free.contains(noon.plus(1, ChronoUnit.HOURS)));
            String meeting = book(noon.plus(1, ChronoUnit.HOURS));
            awaitThere(meeting, noon.plus(1, ChronoUnit.HOURS));
            assertTrue(radicale.get(file(meeting)).contains("UID:" + meeting + "@agentinbox"));
            assertFalse(radicale.get(file(meeting)).contains("METHOD:"), "RFC 4791, section 4.1");
            movedThereAndHere(meeting, noon);
            String second = outage(noon);
            movedOntoAnother(meeting, second);
            deletedThere(meeting);
        }
        button("Disconnect").click();
        assertThat(part().getByLabel("Address")).isVisible();
        assertEquals(List.of(), installation.query("SELECT 1 FROM calendar_busy"));
        assertEquals(List.of("CALENDAR_CONNECTED", "CALENDAR_CONNECTED", "CALENDAR_DISCONNECTED"), installation.query(
            "SELECT act FROM audit_entry WHERE act LIKE 'CALENDAR\\_%CONNECTED' AND actor_id = ? ORDER BY at", UUID.fromString(ana())));
        assertEquals(List.of(), installation.query("SELECT act FROM audit_entry e WHERE CAST(e AS text) LIKE '%Passw%'"));
    }

    private void connectAndChoose() {
        connect("guess");
        assertThat(part()).containsText("does not accept this user name and password");
        connect(Radicale.PASSWORD);
        assertThat(part()).containsText("Which calendar should be used?");
        assertEquals(List.of("f"), installation.query("SELECT encode(password, 'escape') LIKE '%Passw%' FROM calendar_connection"));
        part().getByLabel("Calendar", new Locator.GetByLabelOptions().setExact(true)).selectOption("Work");
        button("Use this calendar").click();
        assertThat(part()).containsText("Connected to \"Work\", up to date as of");
        assertFalse(page.content().contains("her Passw"), "never shown again");
    }

    private void movedThereAndHere(String meeting, Instant noon) {
        Instant there = noon.plus(3, ChronoUnit.HOURS);
        moveThere(meeting, there);
        Await.until("what was moved there is followed", SOON, () -> starts(meeting).equals(there));
        assertEquals("BOOKED 1", state(meeting));
        Instant here = noon.plus(5, ChronoUnit.HOURS);
        object(call("PUT", "meetings/" + meeting, Json.createObjectBuilder().add("start", here.toString())));
        awaitThere(meeting, here);
        assertTrue(radicale.get(file(meeting)).contains("SEQUENCE:2"));
        assertEquals("BOOKED 2", state(meeting), "what we wrote is no news to us");
    }

    private String outage(Instant noon) {
        radicale.stop();
        button("Check now").click();
        Await.until("the outage is known", SOON,
            () -> !installation.query("SELECT 1 FROM calendar_connection WHERE problem = 'UNREACHABLE'").isEmpty());
        page.reload();
        assertThat(part()).containsText(Pattern.compile("\"Work\" not connected since .*The server cannot be reached", Pattern.DOTALL));
        assertFalse(slots().contains(noon), "as last known");
        String second = book(noon.plus(7, ChronoUnit.HOURS));
        radicale.start();
        awaitThere(second, noon.plus(7, ChronoUnit.HOURS));
        page.reload();
        assertThat(part()).containsText("Connected to \"Work\", up to date as of");
        return second;
    }

    private void movedOntoAnother(String meeting, String second) {
        Instant before = starts(meeting);
        moveThere(meeting, starts(second));
        awaitThere(meeting, before);
        assertEquals(before, starts(meeting));
        page.reload();
        assertThat(part()).containsText("a time that another meeting of yours has");
        assertEquals("BOOKED 2", state(meeting));
    }

    private void deletedThere(String meeting) {
        radicale.delete(file(meeting));
        Await.until("what was deleted there is cancelled", SOON, () -> state(meeting).equals("CANCELLED 3"));
        assertEquals(4, post.mails(email).stream().filter(mail -> text(mail).contains(meeting)).count(),
            "booked, moved there, moved here, deleted there");
        page.reload();
        assertThat(part()).containsText("Connected to");
        assertThat(part()).not().containsText("a time that another meeting of yours has");
    }

    private static String text(jakarta.mail.internet.MimeMessage mail) {
        try {
            return new String((MailingInstallation.parts(mail).get(1).getInputStream()).readAllBytes());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
