package org.agentinbox.meeting.caldav;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.stream.Collectors;

import org.agentinbox.hours.Span;
import org.junit.jupiter.api.Test;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Recurring events as a library reckons them that had no part in ours: the same occurrences, over changes of the clocks in many zones. */
class OccurrencesIcal4jTest {

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Provide
    Arbitrary<String> rules() {
        Arbitrary<String> how = Arbitraries.of("FREQ=DAILY", "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY",
            "FREQ=WEEKLY;BYDAY=MO,WE,SU;WKST=SU", "FREQ=MONTHLY",
            "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYMONTHDAY=1,15", "FREQ=YEARLY",
            "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1");
        Arbitrary<String> howOften = Arbitraries.of("", ";INTERVAL=2", ";INTERVAL=3");
        Arbitrary<String> howLong = Arbitraries.of("", ";COUNT=7", ";COUNT=60", ";UNTIL=20261025T080000Z");
        return Combinators.combine(how, howOften, howLong).as((a, b, c) -> a + b + c);
    }

    @Provide
    Arbitrary<LocalDateTime> starts() {
        // Not in the night: of times that a clock shows twice or never, libraries think differently.
        return Combinators.combine(Arbitraries.integers().between(0, 700), Arbitraries.integers().between(6, 22), Arbitraries.of(0, 15, 30))
            .as((day, hour, minute) -> LocalDateTime.of(2025, 1, 1, hour, minute).plusDays(day));
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of("Europe/Berlin", "America/New_York", "Asia/Seoul", "Australia/Sydney", "America/Santiago", "Asia/Kolkata");
    }

    @Property(tries = 200)
    void theSameAsAnother(@ForAll("rules") String rule, @ForAll("starts") LocalDateTime start, @ForAll("zones") String zone)
        throws Exception {
        // The window's ends lie on no event's beginning: whether the end itself belongs to it, libraries think differently, too.
        // An event that begins when its own rule gives nothing: RFC 5545 leaves open whether that counts.
        String from = "DTSTART;TZID=" + zone + ":";
        Instant begin = Instant.parse("2026-02-01T00:07:00Z");
        Instant end = Instant.parse("2026-12-01T00:07:00Z");
        String text = ics(from + BASIC.format(start), rule);
        List<Instant> ours = CalendarObject.read(text).busy(UTC, begin, end).stream().map(Span::from)
            .filter(at -> !at.equals(start.atZone(ZoneId.of(zone)).toInstant()))
            .sorted().toList();
        List<Instant> theirs = theirs(text, begin, end).stream().filter(at -> !at.equals(start.atZone(ZoneId.of(zone)).toInstant()))
            .toList();
        boolean countsTheFirst = rule.contains("COUNT") && rule.contains("BY");
        if (!countsTheFirst) {
            assertEquals(theirs, ours, text);
        }
    }

    /** A period does not hold its end: who is busy from then on is free before. */
    @Test
    void beginsWhereTheWindowEnds() throws Exception {
        String text = ics("DTSTART;TZID=Asia/Seoul:20250101T090000", "FREQ=DAILY");
        List<Span> busy = CalendarObject.read(text).busy(UTC, Instant.parse("2026-11-30T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));
        assertEquals(List.of(new Span(Instant.parse("2026-11-30T00:00:00Z"), Instant.parse("2026-11-30T00:45:00Z"))), busy);
    }

    private static String ics(String start, String rule) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20250101T000000Z\r\n" + start
            + "\r\nDURATION:PT45M\r\nRRULE:"
            + rule + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static List<Instant> theirs(String text, Instant begin, Instant end) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        VEvent event = (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
        Period<ZonedDateTime> window = new Period<>(begin.atZone(UTC), end.atZone(UTC));
        return event.<ZonedDateTime>calculateRecurrenceSet(window).stream().map(p -> instant(p.getStart())).sorted()
            .collect(Collectors.toList());
    }

    private static Instant instant(Temporal temporal) {
        return temporal instanceof OffsetDateTime offset ? offset.toInstant() : Instant.from(temporal);
    }
}
