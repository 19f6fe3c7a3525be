package org.agentinbox.meeting.caldav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.agentinbox.hours.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What blocks time in calendars of others, and what does not. Berlin's clocks go forward on 29 March 2026 and back on 25 October. */
class CalendarObjectTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-03-01T00:00:00Z");

    private static String event(String... lines) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\n"
            + String.join("\r\n", lines)
            + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static List<Span> busy(String text) {
        return CalendarObject.merged(CalendarObject.read(text).busy(BERLIN, FROM, TO));
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void utcZonedAndFloatingTimes() {
        List<Span> noon = List.of(span("2026-05-04T10:00:00Z", "2026-05-04T11:00:00Z"));
        assertEquals(noon, busy(event("DTSTART:20260504T100000Z", "DTEND:20260504T110000Z")));
        assertEquals(noon, busy(event("DTSTART;TZID=Asia/Seoul:20260504T190000", "DTEND;TZID=Asia/Seoul:20260504T200000")));
        assertEquals(noon, busy(event("DTSTART:20260504T120000", "DTEND:20260504T130000")), "by the clock on the owner's wall");
        assertEquals(noon, busy(event("DTSTART;TZID=/example.org/2024/Europe/Berlin:20260504T120000", "DURATION:PT1H")));
    }

    @Test
    void aZoneThatOnlyTheObjectKnows() {
        String zone = "BEGIN:VTIMEZONE\r\nTZID:Somewhere\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0330\r\n"
            + "TZOFFSETTO:+0330\r\n"
            + "END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT";
        assertEquals(List.of(span("2026-05-04T08:30:00Z", "2026-05-04T09:30:00Z")),
            busy(event("DTSTART;TZID=Somewhere:20260504T120000", "DTEND;TZID=Somewhere:20260504T130000").replace("BEGIN:VEVENT", zone)));
    }

    /** The library would compute each of its changes since 1970. */
    @Test
    void aZoneWhoseClockChangesEachSecond() {
        String zone = "BEGIN:VTIMEZONE\r\nTZID:Somewhere\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=\r\n SECONDLY\r\n"
            + "TZOFFSETFROM:+0330\r\nTZOFFSETTO:+0330\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT";
        assertEquals(List.of(span("2026-05-04T08:30:00Z", "2026-05-04T09:30:00Z")),
            busy(event("DTSTART;TZID=Somewhere:20260504T120000", "DTEND;TZID=Somewhere:20260504T130000").replace("BEGIN:VEVENT", zone)));
    }

    @Test
    void daysAreDaysOfTheOwner() {
        assertEquals(List.of(span("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")),
            busy(event("DTSTART;VALUE=DATE:20260329", "DTEND;VALUE=DATE:20260330")));
        assertEquals(List.of(span("2026-10-24T22:00:00Z", "2026-10-26T23:00:00Z")),
            busy(event("DTSTART;VALUE=DATE:20261025", "DURATION:P2D")));
        assertEquals(List.of(span("2026-05-03T22:00:00Z", "2026-05-04T22:00:00Z")), busy(event("DTSTART;VALUE=DATE:20260504")),
            "no end: that day");
    }

    @Test
    void aWeekOnTheClockOverTheChange() {
        assertEquals(List.of(span("2026-03-23T08:00:00Z", "2026-03-23T09:00:00Z"), span("2026-03-30T07:00:00Z", "2026-03-30T08:00:00Z")),
            busy(event("DTSTART;TZID=Europe/Berlin:20260323T090000", "DTEND;TZID=Europe/Berlin:20260323T100000",
                "RRULE:FREQ=WEEKLY;COUNT=2")));
        assertEquals(2,
            busy(event("DTSTART;TZID=Europe/Berlin:20260323T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20260330T070000Z")).size(),
            "UNTIL is in");
        assertEquals(1,
            busy(event("DTSTART;TZID=Europe/Berlin:20260323T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20260330T065959Z")).size());
        assertEquals(2, busy(event("DTSTART;VALUE=DATE:20260323", "RRULE:FREQ=WEEKLY;UNTIL=20260330")).size());
    }

    @Test
    void exceptionsAndMovedOccurrences() {
        String daily = event("DTSTART;TZID=Europe/Berlin:20260504T090000", "DTEND;TZID=Europe/Berlin:20260504T100000",
            "RRULE:FREQ=DAILY;COUNT=4",
            "EXDATE;TZID=Europe/Berlin:20260505T090000", "RDATE;TZID=Europe/Berlin:20260510T150000");
        String override = "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\n"
            + "RECURRENCE-ID;TZID=Europe/Berlin:20260506T090000\r\n";
        String moved = daily.replace("END:VEVENT",
            override + "DTSTART;TZID=Europe/Berlin:20260506T140000\r\nDTEND;TZID=Europe/Berlin:20260506T143000\r\nEND:VEVENT");
        assertEquals(List.of(span("2026-05-04T07:00:00Z", "2026-05-04T08:00:00Z"), span("2026-05-06T12:00:00Z", "2026-05-06T12:30:00Z"),
            span("2026-05-07T07:00:00Z", "2026-05-07T08:00:00Z"), span("2026-05-10T13:00:00Z", "2026-05-10T14:00:00Z")), busy(moved));
        String calledOff = moved.replace("DTSTART;TZID=Europe/Berlin:20260506T140000",
            "STATUS:CANCELLED\r\nDTSTART;TZID=Europe/Berlin:20260506T140000");
        assertEquals(3, busy(calledOff).size(), "neither where it was nor where it would be");
    }

    @Test
    void longAgoAndForEver() {
        assertEquals(365, busy(event("DTSTART:19900101T230000Z", "DURATION:PT30M", "RRULE:FREQ=DAILY")).size());
        assertEquals(1, busy(event("DTSTART:20260228T200000Z", "DTEND:20260301T040000Z")).size(), "what began before and lasts");
        assertEquals(0, busy(event("DTSTART:20260228T200000Z", "DTEND:20260301T000000Z")).size());
        assertEquals(1, busy(event("DTSTART:20260501T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY")).size(),
            "one long span, however many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRANSP:TRANSPARENT", "STATUS:CANCELLED"})
    void freeTimeDoesNotBlock(String line) {
        assertEquals(List.of(), busy(event("DTSTART:20260504T100000Z", "DTEND:20260504T110000Z", line)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>down for maintenance</html>", "BEGIN:VCALENDAR",
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\nEND:VCALENDAR"})
    void nonsenseBlocksNothing(String text) {
        assertEquals(List.of(), busy(text));
        assertEquals(Optional.empty(), CalendarObject.read(text).once(BERLIN));
        assertFalse(CalendarObject.read(text).isCancelled());
    }

    @Test
    void brokenTimesAndRulesBlockAtMostWhatTheySay() {
        assertEquals(List.of(), busy(event("DTSTART:tomorrow", "DTEND:20260504T110000Z")));
        assertEquals(List.of(), busy(event("DTSTART:20260504T110000Z", "DTEND:20260504T100000Z")), "ends before it begins");
        assertEquals(List.of(), busy(event("DTSTART:20260504T110000Z")), "an instant");
        assertEquals(1, busy(event("DTSTART:20260504T100000Z", "DURATION:PT1H", "RRULE:FREQ=OFTEN")).size());
        assertEquals(1, busy(event("DTSTART:20260504T100000Z", "DURATION:PT1H", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")).size());
    }

    @Test
    void aMeetingIsOnceAndAtATime() {
        assertEquals(Optional.of(span("2026-05-04T10:00:00Z", "2026-05-04T11:00:00Z")),
            CalendarObject.read(event("DTSTART:20260504T100000Z", "DTEND:20260504T110000Z")).once(BERLIN));
        assertEquals(Optional.empty(), CalendarObject.read(event("DTSTART;VALUE=DATE:20260504")).once(BERLIN));
        assertEquals(Optional.empty(),
            CalendarObject.read(event("DTSTART:20260504T100000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY")).once(BERLIN));
        assertTrue(CalendarObject.read(event("DTSTART:20260504T100000Z", "DURATION:PT1H", "STATUS:CANCELLED")).isCancelled());
    }
}
