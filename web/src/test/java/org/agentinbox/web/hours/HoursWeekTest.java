package org.agentinbox.web.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

import org.agentinbox.hours.Block;
import org.junit.jupiter.api.Test;

class HoursWeekTest {

    private final HoursWeek week = new HoursWeek(List.of());

    private HoursRow row(DayOfWeek day, String from, String to) {
        HoursRow row = new HoursRow(from, to);
        week.day(day).getRows().add(row);
        return row;
    }

    @Test
    void whatIsStoredComesBackAsItWas() {
        List<Block> blocks = List.of(Block.of(MONDAY, "09:00", "12:00"), Block.of(MONDAY, "12:00", "24:00"),
            Block.of(SUNDAY, "00:00", "00:30"));
        HoursWeek stored = new HoursWeek(blocks);
        assertTrue(stored.check(true));
        assertEquals(blocks, stored.blocks());
    }

    @Test
    void theEarlierHoursAreNamedWhereTheyOverlap() {
        HoursRow later = row(MONDAY, "11", "14");
        HoursRow earlier = row(MONDAY, "9", "12");
        HoursRow sameTimesOnAnotherDay = row(TUESDAY, "9", "12");
        assertFalse(week.check(false));
        assertEquals(HoursProblem.OVERLAPS, later.getFromProblem());
        assertEquals("09:00–12:00", later.getOther());
        assertFalse(earlier.isWrong());
        assertFalse(sameTimesOnAnotherDay.isWrong());
    }

    @Test
    void hoursMayTouch() {
        row(MONDAY, "9", "12");
        row(MONDAY, "12", "13");
        assertTrue(week.check(true));
    }

    @Test
    void theEndIsMarkedWhereItIsNotAfterTheStart() {
        HoursRow backwards = row(MONDAY, "17", "9");
        HoursRow nothing = row(TUESDAY, "9", "9:00");
        assertFalse(week.check(false));
        assertEquals(HoursProblem.ENDS_BEFORE_START, backwards.getToProblem());
        assertNull(backwards.getFromProblem());
        assertEquals(HoursProblem.ENDS_BEFORE_START, nothing.getToProblem());
    }

    @Test
    void whatIsMissingCountsOnlyAtTheEnd() {
        HoursRow half = row(MONDAY, "9", null);
        HoursRow otherHalf = row(TUESDAY, null, "17");
        HoursRow empty = row(WEDNESDAY, null, null);
        assertTrue(week.check(false));
        assertFalse(week.check(true));
        assertEquals(HoursProblem.NO_END, half.getToProblem());
        assertEquals(HoursProblem.NO_START, otherHalf.getFromProblem());
        assertFalse(empty.isWrong());
    }

    @Test
    void whatIsWrongIsKeptAsItWasWrittenAndTheRestIsDrawn() {
        HoursRow wrong = row(MONDAY, "nine", "25");
        row(MONDAY, "13", "17");
        assertFalse(week.check(false));
        assertEquals(HoursProblem.UNREADABLE_START, wrong.getFromProblem());
        assertEquals(HoursProblem.UNREADABLE_END, wrong.getToProblem());
        assertEquals("nine", wrong.getFrom());
        assertEquals("25", wrong.getTo());
        assertEquals(List.of(Block.of(MONDAY, "13:00", "17:00")), week.blocks());
    }

    @Test
    void aCorrectionTakesTheProblemAway() {
        HoursRow row = row(MONDAY, "17", "9");
        week.check(false);
        row.setTo("18");
        assertTrue(week.check(false));
        assertFalse(row.isWrong());
    }

    @Test
    void aCopyReplacesAndIsIndependent() {
        row(MONDAY, "9", "12");
        row(TUESDAY, "1", "2");
        week.copy(week.day(MONDAY), week.day(MONDAY).alike());
        week.day(TUESDAY).getRows().get(0).setTo("13");
        assertTrue(week.check(true));
        assertEquals(List.of(Block.of(MONDAY, "09:00", "12:00"), Block.of(TUESDAY, "09:00", "13:00"), Block.of(WEDNESDAY, "09:00", "12:00"),
            Block.of(THURSDAY, "09:00", "12:00"), Block.of(FRIDAY, "09:00", "12:00")), week.blocks());
    }

    @Test
    void daysAreAlikeWithinTheWorkingWeekAndTheWeekend() {
        assertEquals(Set.of(TUESDAY, WEDNESDAY, THURSDAY, FRIDAY), week.day(MONDAY).alike());
        assertEquals(Set.of(MONDAY, TUESDAY, WEDNESDAY, THURSDAY), week.day(FRIDAY).alike());
        assertEquals(Set.of(SUNDAY), week.day(SATURDAY).alike());
    }

    @Test
    void ticksServeOnce() {
        week.day(MONDAY).getCopyTo().put(SUNDAY, true);
        week.day(MONDAY).getCopyTo().put(SATURDAY, false);
        assertEquals(Set.of(SUNDAY), week.day(MONDAY).takeChosen());
        assertEquals(Set.of(), week.day(MONDAY).takeChosen());
    }

    @Test
    void theUsualWeekHasFiveDays() {
        assertTrue(week.isFree());
        week.fillUsual();
        assertTrue(week.check(true));
        assertEquals(5, week.blocks().size());
        assertEquals(Block.of(FRIDAY, "09:00", "17:00"), week.blocks().get(4));
    }
}
