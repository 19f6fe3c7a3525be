package org.agentinbox.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Which days a report is of, and when they begin and end. */
class DateRangeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static String refusedField(LocalDate from, LocalDate to) {
        return assertThrows(RefusedException.class, () -> DateRange.of(from, to, TODAY)).field();
    }

    @Test
    void withoutAWordItIsOfThirtyDaysUpToNow() {
        assertEquals(new DateRange(LocalDate.of(2026, 10, 25), TODAY), DateRange.of(null, null, TODAY));
        assertEquals(30, DateRange.of(null, null, TODAY).length());
        assertEquals(new DateRange(TODAY.minusDays(4), TODAY), DateRange.of(TODAY.minusDays(4), TODAY.plusDays(9), TODAY),
            "what is yet to come is left out");
        assertEquals(new DateRange(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 31)),
            DateRange.of(null, LocalDate.of(2026, 1, 31), TODAY));
    }

    @Test
    void whatIsNoPeriodIsRefused() {
        assertEquals("from", refusedField(TODAY, TODAY.minusDays(1)));
        assertEquals("from", refusedField(TODAY.plusDays(1), null));
        assertEquals("from", refusedField(TODAY.minusDays(366), TODAY));
        assertEquals(366, DateRange.of(TODAY.minusDays(365), TODAY, TODAY).length());
        assertEquals("from", refusedField(LocalDate.of(1999, 12, 31), LocalDate.of(2000, 1, 2)));
        assertEquals("to", refusedField(LocalDate.MIN, LocalDate.MIN));
        assertEquals("to", refusedField(null, LocalDate.MIN));
    }

    @Property(tries = 300)
    void theDaysBeforeAreAsManyAndEndWhereTheseBegin(@ForAll @IntRange(max = 365) int length, @ForAll @IntRange(max = 5_000) int ago) {
        LocalDate to = TODAY.minusDays(ago);
        DateRange range = DateRange.of(to.minusDays(length), to, TODAY);
        assertEquals(range.length(), range.before().length());
        assertEquals(range.from(), range.before().to().plusDays(1));
        assertEquals(range.days().size(), range.length());
    }

    /** Each instant is of exactly one day, also where the clocks skip midnight or go through it twice. */
    @Property(tries = 300)
    void daysFollowEachOtherWithoutAGap(@ForAll @IntRange(max = 3_000) int ago, @ForAll @IntRange(max = 3) int number) {
        ZoneId zone = ZoneId.of(List.of("America/Santiago", "Europe/Berlin", "Asia/Beirut", "Australia/Lord_Howe").get(number));
        LocalDate day = TODAY.minusDays(ago);
        Instant start = new DateRange(day, day).start(zone);
        Instant end = new DateRange(day, day).end(zone);
        assertEquals(end, new DateRange(day.plusDays(1), day.plusDays(1)).start(zone));
        assertEquals(day, start.atZone(zone).toLocalDate());
        assertTrue(start.minusNanos(1).atZone(zone).toLocalDate().isBefore(day));
        Duration length = Duration.between(start, end);
        assertTrue(length.compareTo(Duration.ofHours(23)) >= 0 && length.compareTo(Duration.ofHours(25)) <= 0, length.toString());
    }

    @Test
    void aDayWithoutMidnightBeginsWhenTheClocksHaveSkippedIt() {
        DayBounds days = DayBounds.of(new DateRange(LocalDate.of(2026, 9, 5), LocalDate.of(2026, 9, 7)), ZoneId.of("America/Santiago"));
        assertEquals("{2026-09-05T04:00:00Z,2026-09-06T04:00:00Z,2026-09-07T03:00:00Z}", days.starts());
    }
}
