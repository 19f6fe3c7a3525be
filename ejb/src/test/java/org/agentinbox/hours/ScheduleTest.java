package org.agentinbox.hours;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.agentinbox.hours.ScheduleProblem.Kind.ENDS_BEFORE_START;
import static org.agentinbox.hours.ScheduleProblem.Kind.OVERLAPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import java.util.Optional;
import java.time.ZoneOffset;
import java.time.LocalDateTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Block MORNING = Block.of(MONDAY, "09:00", "12:00");

    private static List<ScheduleProblem> problems(Block... blocks) {
        return Schedule.problems(List.of(blocks));
    }

    @Test
    void blocksMayTouchAndRepeatOnOtherDays() {
        assertEquals(List.of(), problems(MORNING, Block.of(MONDAY, "12:00", "24:00"), Block.of(TUESDAY, "09:00", "12:00")));
    }

    @Test
    void ofTwoThatOverlapTheLaterOneIsNamed() {
        assertEquals(List.of(new ScheduleProblem(0, OVERLAPS)), problems(Block.of(MONDAY, "11:59", "13:00"), MORNING));
        assertEquals(List.of(new ScheduleProblem(1, OVERLAPS)), problems(MORNING, MORNING));
    }

    @Test
    void aBlockEndsAfterItsStart() {
        assertEquals(List.of(new ScheduleProblem(0, ENDS_BEFORE_START), new ScheduleProblem(1, ENDS_BEFORE_START)),
            problems(new Block(MONDAY, 600, 600), new Block(MONDAY, 600, 1_441)));
    }

    @Test
    void whatIsWrongIsRefusedWithItsPlace() {
        RefusedException refused = assertThrows(RefusedException.class,
            () -> new Schedule(ZoneId.of("UTC"), List.of(MORNING, Block.of(MONDAY, "10:00", "11:00"))));
        assertEquals("blocks[1]", refused.field());
    }

    @Test
    void onlyNamesOfTheZoneDatabaseAreZones() {
        assertEquals(ZoneId.of("Asia/Seoul"), Schedule.zone("Asia/Seoul"));
        assertEquals("zone", assertThrows(RefusedException.class, () -> Schedule.zone("+09:00")).field());
        assertEquals("zone", assertThrows(RefusedException.class, () -> Schedule.zone("Mars/Olympus")).field());
    }

    @Test
    void theDayOnWhichTheClocksChangeSaysSo() {
        List<DayPlan> days = new Schedule(ZoneId.of("Europe/Berlin"), List.of()).days(Instant.parse("2026-10-24T12:00:00Z"), 3);
        assertEquals(List.of(false, true, false), days.stream().map(DayPlan::isClockChange).toList());
        assertEquals(25, days.get(1).length().toHours());
    }

    /** The end lies on the last day of the first stretch that is looked through, and later on it than the stretch ends. */
    @Test
    void aLongDayOffEndsWithinADay() {
        List<Block> always = Stream.of(DayOfWeek.values()).map(day -> new Block(day, 0, Block.END_OF_DAY)).toList();
        LocalDateTime end = LocalDateTime.of(2010, 1, 23, 23, 54);
        Schedule schedule = new Schedule(ZoneOffset.UTC, always,
            DaysOff.of(List.of(new DayOff("Long", LocalDateTime.of(2009, 12, 31, 23, 54), end, null))));
        assertEquals(Optional.of(end.toInstant(ZoneOffset.UTC)), schedule.startAfter(Instant.parse("2010-01-01T00:00:00Z")));
    }
}
