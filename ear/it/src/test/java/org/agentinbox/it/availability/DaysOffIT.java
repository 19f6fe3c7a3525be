package org.agentinbox.it.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/** Tests that days off of the site are in force everywhere at once, also for visitors, and who may import them. */
class DaysOffIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final String HOURS = "INSERT INTO agent_block (agent_id, weekday, start_minute, end_minute) "
        + "SELECT a.account_id, day, 0, 1440 FROM agent a, generate_series(1, 7) day";

    private final Installation installation = Installation.shared();
    private final LocalDate today = LocalDate.now(Clock.systemUTC());
    private final List<SocketClient> sockets = new ArrayList<>();

    @BeforeEach
    void everybodyWorksAllDay() {
        People.nobodyIsAvailable(installation);
        installation.query("DELETE FROM day_off");
        installation.query("UPDATE agent SET override_available = NULL, override_at = NULL, time_zone = 'UTC'");
        installation.query(HOURS);
    }

    @AfterEach
    void nobodyWorks() {
        sockets.forEach(SocketClient::close);
        installation.query("DELETE FROM day_off");
        installation.query("DELETE FROM agent_block");
        People.nobodyIsAvailable(installation);
    }

    private SocketClient inbox(String userName) {
        sockets.add(People.inbox(installation, userName));
        return sockets.get(sockets.size() - 1);
    }

    private HttpResponse<String> importFile(String userName, String file) {
        HttpRequest.Builder request = HttpRequest.newBuilder(installation.address().resolve("api/v1/days-off/import"))
            .header("Content-Type", "text/calendar").POST(HttpRequest.BodyPublishers.ofString(file));
        if (userName != null) {
            request.header("Cookie", People.cookie(installation, userName));
        }
        return People.call(request);
    }

    /** A file with an event of whole days from yesterday on. */
    private String calendar(String name) {
        DateTimeFormatter basic = DateTimeFormatter.BASIC_ISO_DATE;
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:feast@example.com\r\n"
            + "DTSTAMP:20260101T000000Z\r\nSUMMARY:" + name + "\r\nDTSTART;VALUE=DATE:" + basic.format(today.minusDays(1))
            + "\r\nDTEND;VALUE=DATE:"
            + basic.format(today.plusDays(3)) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private void areOff(String name, List<SocketClient> agents) {
        long before = System.nanoTime();
        for (SocketClient agent : agents) {
            JsonObject told = agent.await("availability", frame -> name.equals(frame.getString("dayOff", null)));
            assertFalse(told.getBoolean("available"));
            assertEquals("SCHEDULE", told.getString("source"));
            assertEquals(today.plusDays(3) + "T00:00:00Z", told.getString("until"));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertTrue(took.compareTo(AT_ONCE) <= 0, "told after " + took);
    }

    @Test
    void aHolidayIsInForceOnEveryPageAtOnce() {
        List<SocketClient> agents = List.of(inbox("ana"), inbox("ben"));
        agents.forEach(agent -> assertTrue(agent.all("welcome").get(0).getJsonObject("availability").getBoolean("available")));
        assertEquals("{\"added\":1,\"changed\":0,\"unchanged\":0}", importFile("sam", calendar("Feast")).body());
        areOff("Feast", agents);
        SocketClient vera = People.visitor(installation, "Vera");
        sockets.add(vera);
        JsonObject presence = vera.all("welcome").get(0).getJsonObject("presence");
        assertFalse(presence.getBoolean("online"));
        assertEquals(today.plusDays(3) + "T00:00:00Z", presence.getString("backAt"));
        assertEquals("{\"added\":0,\"changed\":0,\"unchanged\":1}", importFile("sam", calendar("Feast")).body());
        assertEquals("{\"added\":0,\"changed\":1,\"unchanged\":0}", importFile("sam", calendar("Great feast")).body());
        areOff("Great feast", agents);
        assertEquals(List.of("Great feast"), installation.query("SELECT name FROM day_off"));
    }

    @Test
    void theSwitchStandsAboveAHoliday() {
        SocketClient ana = inbox("ana");
        importFile("sam", calendar("Feast"));
        areOff("Feast", List.of(ana));
        People.setAvailable(ana, true);
        JsonObject told = ana.all("availability").get(ana.all("availability").size() - 1);
        assertEquals("OVERRIDE", told.getString("source"));
        assertFalse(told.containsKey("dayOff"));
    }

    @Test
    void aFileIsImportedAsAWholeAndBySalesAdmins() {
        assertEquals(401, importFile(null, calendar("Feast")).statusCode());
        assertEquals(403, importFile("ana", calendar("Feast")).statusCode());
        assertEquals(403, importFile("mia", calendar("Feast")).statusCode());
        HttpResponse<String> wrong = importFile("sam", calendar("Feast").replace("END:VCALENDAR",
            "BEGIN:VEVENT\r\nUID:b\r\nSUMMARY:Always\r\nDTSTART:20260101T000000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR"));
        assertEquals(400, wrong.statusCode());
        assertTrue(wrong.body().contains("\"errors\":[{\"line\":11,\"reason\":\"RULE\"}]"), wrong.body());
        assertTrue(importFile("sam", "name,text\r\n").body().contains("NO_EVENTS"));
        assertEquals(List.of(), installation.query("SELECT name FROM day_off"));
    }
}
