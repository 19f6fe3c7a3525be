package org.agentinbox.web.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.DayPlan;
import org.agentinbox.hours.Schedule;
import org.agentinbox.hours.Span;
import org.agentinbox.web.platform.Bundles;
import org.junit.jupiter.api.Test;

class DayBarsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final DayBars english = bars(Locale.ENGLISH);
    private final DayBars korean = bars(Locale.KOREAN);

    private static DayBars bars(Locale locale) {
        return new DayBars(Bundles.bundle("pages", locale), locale);
    }

    private static DayPlan day(String date, String starts, String ends, String... spans) {
        List<Span> all = java.util.stream.IntStream.range(0, spans.length / 2)
            .mapToObj(i -> new Span(Instant.parse(spans[2 * i]), Instant.parse(spans[2 * i + 1]))).toList();
        return new DayPlan(LocalDate.parse(date), BERLIN, Instant.parse(starts), Instant.parse(ends), all, List.of());
    }

    private static DayPlan usual() {
        return day("2026-11-23", "2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z", "2026-11-23T08:00:00Z", "2026-11-23T11:00:00Z",
            "2026-11-23T12:00:00Z", "2026-11-23T16:00:00Z");
    }

    /** The night from 02:00 to 03:00 does not exist. */
    private static DayPlan short23() {
        return day("2027-03-28", "2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z", "2027-03-28T00:00:00Z", "2027-03-28T02:00:00Z",
            "2027-03-28T16:00:00Z", "2027-03-28T22:00:00Z");
    }

    /** The time from 02:00 to 03:00 comes twice. */
    private static DayPlan long25() {
        return day("2026-10-25", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", "2026-10-24T23:00:00Z", "2026-10-25T02:00:00Z");
    }

    @Test
    void aDayIsSaidInWords() {
        DayBar line = english.days(List.of(usual())).get(0);
        assertEquals("Mon 23 Nov", line.label());
        assertEquals("09:00–12:00, 13:00–17:00", line.words());
        assertNull(line.note());
        assertEquals("11월 23일 (월)", korean.days(List.of(usual())).get(0).label());
    }

    @Test
    void aDayIsDrawnAtItsPlace() {
        DayBar line = english.days(List.of(usual())).get(0);
        assertEquals("100.000%", line.width());
        assertEquals(List.of(new DayBar.Piece("37.500%", "12.500%"), new DayBar.Piece("54.167%", "16.667%")), line.pieces());
        assertEquals(List.of("25.000%", "50.000%", "75.000%"), line.ticks());
    }

    @Test
    void aDayWithoutHoursSaysSo() {
        DayBar line = english.days(List.of(day("2026-11-23", "2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z"))).get(0);
        assertEquals("none", line.words());
        assertTrue(line.free());
        assertEquals("없음", korean.days(List.of(day("2026-11-23", "2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z"))).get(0).words());
    }

    @Test
    void aDayOf23HoursIsShorterAndSaysSo() {
        DayBar line = english.days(List.of(usual(), short23())).get(1);
        assertEquals("clocks change: 23 hours", line.note());
        assertEquals("95.833%", line.width());
        // 01:00 to 04:00 on the clock, of which an hour is missing; and to the end of the day.
        assertEquals("01:00–04:00 (2 hours), 18:00–24:00", line.words());
        assertEquals(new DayBar.Piece("4.167%", "8.333%"), line.pieces().get(0));
        // 06:00 comes an hour sooner after midnight.
        assertEquals("20.833%", line.ticks().get(0));
        assertEquals("시계가 바뀌는 날: 23시간", korean.days(List.of(short23())).get(0).note());
    }

    @Test
    void besideADayOf25HoursTheOthersAreShorter() {
        List<DayBar> lines = english.days(List.of(usual(), long25()));
        assertEquals("clocks change: 25 hours", lines.get(1).note());
        assertEquals("100.000%", lines.get(1).width());
        assertEquals("96.000%", lines.get(0).width());
        assertEquals("01:00–03:00 (3 hours)", lines.get(1).words());
        assertEquals(new DayBar.Piece("4.000%", "12.000%"), lines.get(1).pieces().get(0));
        assertEquals("28.000%", lines.get(1).ticks().get(0));
    }

    @Test
    void halfAnHourIsSaidToo() {
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
        Schedule schedule = new Schedule(lordHowe, List.of());
        DayBar line = english.days(schedule.days(Instant.parse("2027-04-03T13:30:00Z"), 1)).get(0);
        assertEquals("clocks change: 24 hours 30 minutes", line.note());
    }

    @Test
    void aDayWithoutAMidnightBeginsWhenItBegins() {
        ZoneId cairo = ZoneId.of("Africa/Cairo");
        Schedule schedule = new Schedule(cairo, List.of(Block.of(DayOfWeek.FRIDAY, "00:00", "24:00")));
        DayBar line = english.days(schedule.days(Instant.parse("2027-04-30T10:00:00Z"), 1)).get(0);
        assertEquals("01:00–24:00", line.words());
        assertEquals("clocks change: 23 hours", line.note());
    }

    @Test
    void theWeekIsDrawnByTheClock() {
        List<DayBar> week = english
            .week(List.of(Block.of(DayOfWeek.TUESDAY, "18:00", "24:00"), Block.of(DayOfWeek.TUESDAY, "00:00", "06:00")));
        assertEquals(7, week.size());
        assertEquals("none", week.get(0).words());
        assertEquals("Tue", week.get(1).label());
        assertEquals("00:00–06:00, 18:00–24:00", week.get(1).words());
        assertEquals(new DayBar.Piece("75.000%", "25.000%"), week.get(1).pieces().get(1));
    }
}
