package org.agentinbox.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import org.agentinbox.account.Person;
import org.junit.jupiter.api.Test;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;

/** Our calendar objects, read by a library that had no part in writing them. */
class MeetingFileTest {

    private static final UUID ID = UUID.fromString("01920000-0000-7000-8000-000000000001");

    private static MeetingView meeting(MeetingState state, int sequence, Instant start) {
        return new MeetingView(ID, new Person(UUID.randomUUID(), "Ana \"the\" Silva; Sales", null, null), null, UUID.randomUUID(), state,
            sequence, start,
            start.plus(Duration.ofMinutes(45)), "민준, Kim", "minjun@example.com", "Acme", "ko", "Asia/Seoul",
            Instant.parse("2026-05-01T00:00:00Z"),
            Instant.parse("2026-05-02T00:00:00Z"));
    }

    private static MeetingFile file(MeetingView meeting, String zone) {
        return new MeetingFile(meeting, ZoneId.of(zone), "ana@acme.example", "chat@acme.example", "Meeting: Ana, Kim",
            "Line one\nLine; two, 셋 " + "x".repeat(200),
            "https://video.example.com/ana;room=1");
    }

    private static Calendar parse(String text) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(text));
            assertFalse(calendar.validate().hasErrors(), () -> calendar.validate().toString());
            return calendar;
        } catch (Exception e) {
            throw new AssertionError(text, e);
        }
    }

    private static String value(Component component, String property) {
        return component.getProperty(property).map(Property::getValue).orElse(null);
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
    }

    @Test
    void anInvitationSaysWhoWhenAndWhere() {
        String text = file(meeting(MeetingState.BOOKED, 0, Instant.parse("2026-06-15T08:00:00Z")), "Europe/Lisbon").request();
        assertTrue(text.lines().allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 90), "lines are folded");
        Calendar calendar = parse(text);
        assertEquals("REQUEST", calendar.getProperty(Property.METHOD).orElseThrow().getValue());
        VEvent event = event(calendar);
        assertEquals(ID + "@agentinbox", value(event, Property.UID));
        assertEquals("0", value(event, Property.SEQUENCE));
        assertEquals("CONFIRMED", value(event, Property.STATUS));
        assertEquals("20260615T090000", value(event, Property.DTSTART), "Lisbon, in summer");
        assertEquals("20260615T094500", value(event, Property.DTEND));
        assertEquals("Line one\nLine; two, 셋 " + "x".repeat(200), value(event, Property.DESCRIPTION));
        assertEquals("https://video.example.com/ana;room=1", value(event, Property.LOCATION));
        Property organizer = event.getProperty(Property.ORGANIZER).orElseThrow();
        assertEquals("mailto:ana@acme.example", organizer.getValue());
        assertEquals("mailto:chat@acme.example", organizer.getParameter("SENT-BY").orElseThrow().getValue());
        assertEquals("Ana 'the' Silva; Sales", organizer.<Cn>getParameter("CN").orElseThrow().getValue());
        List<Property> attendees = event.getProperties(Property.ATTENDEE);
        assertEquals(List.of("mailto:minjun@example.com", "mailto:ana@acme.example"), attendees.stream().map(Property::getValue).toList());
        assertEquals(List.of("REQ-PARTICIPANT", "CHAIR"),
            attendees.stream().map(a -> a.getParameter("ROLE").orElseThrow().getValue()).toList());
        assertEquals("민준, Kim", attendees.get(0).<Cn>getParameter("CN").orElseThrow().getValue());
    }

    @Test
    void aCancellationIsOfTheSameMeetingAndLater() {
        Calendar calendar = parse(
            file(meeting(MeetingState.CANCELLED, 2, Instant.parse("2026-06-15T08:00:00Z")), "Europe/Lisbon").cancel());
        assertEquals("CANCEL", calendar.getProperty(Property.METHOD).orElseThrow().getValue());
        VEvent event = event(calendar);
        assertEquals(ID + "@agentinbox", value(event, Property.UID));
        assertEquals("2", value(event, Property.SEQUENCE));
        assertEquals("CANCELLED", value(event, Property.STATUS));
    }

    @Test
    void whatACalendarServerStoresHasNoMethod() {
        assertTrue(parse(file(meeting(MeetingState.BOOKED, 1, Instant.parse("2026-06-15T08:00:00Z")), "UTC").stored())
            .getProperty(Property.METHOD).isEmpty());
    }

    /** RFC 6638: a calendar server that invites by itself must not invite once more; what goes out by mail says nothing of that. */
    @Test
    void serversLeaveTheInvitingToUs() {
        MeetingFile file = file(meeting(MeetingState.BOOKED, 0, Instant.parse("2026-06-15T08:00:00Z")), "UTC");
        String stored = file.stored().replaceAll("\r\n[ \t]", "");
        assertEquals(3, stored.lines().filter(line -> line.contains("SCHEDULE-AGENT=CLIENT")).count(), stored);
        assertFalse(file.request().replaceAll("\r\n[ \t]", "").contains("SCHEDULE-AGENT"));
    }

    @Test
    void utcNeedsNoZone() {
        String text = file(meeting(MeetingState.BOOKED, 0, Instant.parse("2026-06-15T08:00:00Z")), "UTC").request();
        assertFalse(text.contains("VTIMEZONE"));
        assertEquals("20260615T080000Z", value(event(parse(text)), Property.DTSTART));
    }

    @Test
    void whereTheClocksChangeByARuleTheRuleIsTold() {
        String text = file(meeting(MeetingState.BOOKED, 0, Instant.parse("2026-06-15T08:00:00Z")), "America/New_York").request();
        assertTrue(text.contains("BYDAY=2SU") && text.contains("BYDAY=1SU"), text);
        String berlin = file(meeting(MeetingState.BOOKED, 0, Instant.parse("2026-06-15T08:00:00Z")), "Europe/Berlin").request();
        assertTrue(berlin.contains("BYDAY=-1SU"), berlin);
    }

    /** All zones, twice a year, and on both sides of the next change of the clocks. */
    @Test
    void theZoneLeadsToTheInstantThatIsMeant() {
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneId zone = ZoneId.of(id);
            ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("2026-01-20T00:00:00Z"));
            List<Instant> starts = change == null || change.getInstant().isAfter(Instant.parse("2035-01-01T00:00:00Z"))
                ? List.of(Instant.parse("2026-01-15T12:00:00Z"))
                : List.of(Instant.parse("2026-07-15T12:00:00Z"), change.getInstant().minus(Duration.ofHours(26)),
                    change.getInstant().plus(Duration.ofHours(26)));
            starts.forEach(start -> assertEquals(start, read(file(meeting(MeetingState.BOOKED, 0, start), id).request()), id));
        }
    }

    /** By the zone that the object brings along: the library knows it under a name of its own, so not by any that Java has. */
    private static Instant read(String text) {
        Temporal start = event(parse(text)).getDateTimeStart().getDate();
        assertTrue(!(start instanceof ZonedDateTime zoned) || zoned.getZone().getId().startsWith("ical4j"),
            () -> "not by our own zone: " + start);
        return Instant.from(start);
    }
}
