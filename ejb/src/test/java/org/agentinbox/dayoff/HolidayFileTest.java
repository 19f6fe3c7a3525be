package org.agentinbox.dayoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.agentinbox.dayoff.HolidayFile.Wrong;
import org.agentinbox.hours.DayOff;
import org.agentinbox.platform.list.ImportProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendar files as people and programs write them, good and bad. */
class HolidayFileTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);

    private static HolidayFile read(String text) {
        return HolidayFile.read(text.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static String calendar(String... events) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//EN\r\n" + String.join("", events) + "END:VCALENDAR\r\n";
    }

    private static String event(String uid, String name, String... lines) {
        return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:" + name + "\r\n" + String.join("\r\n", lines)
            + "\r\nEND:VEVENT\r\n";
    }

    private static List<DayOff> days(String... events) {
        HolidayFile file = read(calendar(events));
        assertEquals(List.of(), file.problems());
        return file.holidays().stream().map(Holiday::dayOff).toList();
    }

    private static List<ImportProblem> problems(String... events) {
        return read(calendar(events)).problems();
    }

    private static DayOff day(String name, String first, String last) {
        return DayOff.days(name, LocalDate.parse(first), LocalDate.parse(last));
    }

    private static DayOff hours(String name, String from, String to, ZoneId zone) {
        return new DayOff(name, LocalDateTime.parse(from), LocalDateTime.parse(to), zone);
    }

    @Test
    void daysAreByTheClockOfEachAgentAlsoWhereTheyAreMarkedAsFree() {
        assertEquals(List.of(day("New Year", "2027-01-01", "2027-01-01"), day("설날", "2027-02-06", "2027-02-08")), days(
            event("a", "New Year", "DTSTART;VALUE=DATE:20270101", "TRANSP:TRANSPARENT"),
            event("b", "설날", "DTSTART;VALUE=DATE:20270206", "DTEND;VALUE=DATE:20270209")));
    }

    @Test
    void timesAreByTheClockThatTheyName() {
        assertEquals(List.of(hours("Floating", "2026-12-24T14:00", "2026-12-25T00:00", null),
            hours("Zoned", "2026-12-24T14:00", "2026-12-24T18:00", ZoneId.of("Europe/Berlin")),
            hours("Universal", "2026-12-24T14:00", "2026-12-24T15:30", ZoneOffset.UTC)),
            days(
                event("a", "Floating", "DTSTART:20261224T140000", "DTEND:20261225T000000"),
                event("b", "Zoned", "DTSTART;TZID=Europe/Berlin:20261224T140000", "DTEND;TZID=Europe/Berlin:20261224T180000"),
                event("c", "Universal", "DTSTART:20261224T140000Z", "DURATION:PT1H30M")));
    }

    @Test
    void rulesAreFollowedForThreeYearsAndWhatIsOverIsLeftOut() {
        assertEquals(List.of(day("Feast", "2026-12-25", "2026-12-26"), day("Feast", "2027-12-25", "2027-12-26"),
            day("Feast", "2028-12-25", "2028-12-26")),
            days(event("a", "Feast", "DTSTART;VALUE=DATE:20001225", "DTEND;VALUE=DATE:20001227", "RRULE:FREQ=YEARLY"),
                event("b", "Over", "DTSTART;VALUE=DATE:20260501"), event("c", "Far", "DTSTART;VALUE=DATE:20310501"),
                event("d", "Called off", "DTSTART;VALUE=DATE:20270501", "STATUS:CANCELLED")));
    }

    @Test
    void aMovedOccurrenceIsTheSameOneElsewhere() {
        String moved = event("a", "Team day", "RECURRENCE-ID;VALUE=DATE:20270105", "DTSTART;VALUE=DATE:20270107");
        String series = event("a", "Team day", "DTSTART;VALUE=DATE:20270104", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20270106");
        assertEquals(List.of(day("Team day", "2027-01-04", "2027-01-04"), day("Team day", "2027-01-07", "2027-01-07")),
            days(series, moved));
        assertEquals(read(calendar(series)).holidays().get(1).key(), read(calendar(series, moved)).holidays().get(1).key());
    }

    @Test
    void theSameEventHasTheSameKeyWhateverItIsCalledAndIsThereOnce() {
        Holiday one = read(calendar(event("a", "One", "DTSTART;VALUE=DATE:20270101"))).holidays().get(0);
        assertEquals(one.key(), read(calendar(event("a", "Other", "DTSTART;VALUE=DATE:20270101"))).holidays().get(0).key());
        assertNotEquals(one.key(), read(calendar(event("a", "One", "DTSTART;VALUE=DATE:20270102"))).holidays().get(0).key());
        assertNotEquals(one.key(), read(calendar(event("b", "One", "DTSTART;VALUE=DATE:20270101"))).holidays().get(0).key());
        assertEquals(List.of(new ImportProblem(10, Wrong.TWICE)),
            problems(event("a", "One", "DTSTART;VALUE=DATE:20270101"), event("a", "One", "DTSTART;VALUE=DATE:20270101")));
    }

    @Test
    void whatIsWrongIsToldWithItsLine() {
        assertEquals(List.of(new ImportProblem(4, Wrong.NAME), new ImportProblem(10, Wrong.NAME), new ImportProblem(16, Wrong.TIME),
            new ImportProblem(22, Wrong.TIME), new ImportProblem(29, Wrong.TIME)),
            problems(
                event("a", " ", "DTSTART;VALUE=DATE:20270101"), event("b", "x".repeat(101), "DTSTART;VALUE=DATE:20270101"),
                event("c", "No start", "DTEND;VALUE=DATE:20270101"),
                event("d", "Back", "DTSTART:20270102T100000Z", "DTEND:20270102T090000Z"),
                event("e", "Ages", "DTSTART;VALUE=DATE:20270102", "DTEND;VALUE=DATE:20470102")));
    }

    @Test
    void aFileOfAnotherKindIsNone() {
        assertEquals(List.of(new ImportProblem(0, Wrong.NO_EVENTS)), read("name,text\r\n").problems());
        assertEquals(List.of(new ImportProblem(0, Wrong.NO_EVENTS)), read("").problems());
        assertEquals(List.of(new ImportProblem(0, Wrong.NO_EVENTS)), read(calendar()).problems());
        assertEquals(List.of(new ImportProblem(0, Wrong.NOT_UTF8)), HolidayFile.read(new byte[]{(byte) 0xC3, 0x28}, NOW).problems());
        assertEquals(List.of(new ImportProblem(0, Wrong.TOO_BIG)), HolidayFile.read(new byte[(1 << 20) + 1], NOW).problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RRULE:FREQ=SECONDLY", "RRULE:FREQ=MINUTELY;INTERVAL=5", "RRULE:FREQ=HOURLY;COUNT=2", "RRULE:FREQ=NEVER",
        "RRULE:FREQ=YEARLY\r\nRRULE:FREQ=DAILY", "RRULE:FREQ=YEARLY\r\nEXRULE:FREQ=DAILY"})
    void rulesThatMakeNoDaysAreRefused(String rule) {
        assertEquals(List.of(new ImportProblem(4, Wrong.RULE)), problems(event("a", "Odd", "DTSTART;VALUE=DATE:20270101", rule)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RRULE:FREQ=DAILY", "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,10,20,30,40,50"})
    void rulesWithoutAnEndAreRefusedAsTooMany(String rule) {
        assertTrue(problems(event("a", "Always", "DTSTART:20270101T000000", rule, "DURATION:PT1M"))
            .contains(new ImportProblem(0, Wrong.TOO_MANY)));
    }

    /** A megabyte of the worst is read in seconds. */
    @ParameterizedTest
    @ValueSource(strings = {"DTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=DAILY", "DTSTART:19000101T000000\r\nRRULE:FREQ=DAILY;COUNT=100000",
        "DTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "DTSTART;VALUE=DATE:19000101\r\nRRULE:FREQ=DAILY;UNTIL=20251231",
        "DTSTART;VALUE=DATE:00010101\r\nRRULE:FREQ=DAILY;UNTIL=20251231;INTERVAL=2;BYMONTH=2;BYMONTHDAY=31",
        "DTSTART:19000101T000000\r\nRRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,10,20,30,40,50;COUNT=9999999",
        "DTSTART;VALUE=DATE:20270101\r\nDURATION:P99999999999D", "DTSTART;TZID=Mars/Olympus:20270101T000000"})
    void thousandsOfOddEventsCostLittle(String lines) {
        String one = "BEGIN:VEVENT\r\nSUMMARY:x\r\n" + lines + "\r\nEND:VEVENT\r\n";
        String many = calendar(one.repeat(Math.min(5_000, 1_000_000 / one.length())));
        assertTimeout(SOON, () -> read(many));
    }
}
