package org.agentinbox.availability;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.agentinbox.availability.Availability.Ends.BLOCK_END;
import static org.agentinbox.availability.Availability.Ends.BLOCK_START;
import static org.agentinbox.availability.Availability.Ends.MIDNIGHT;
import static org.agentinbox.availability.Availability.Source.OVERRIDE;
import static org.agentinbox.availability.Availability.Source.SCHEDULE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.DayOff;
import org.agentinbox.hours.DayPlan;
import org.agentinbox.hours.DaysOff;
import org.agentinbox.hours.Schedule;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;

/** What days off do, by example. 21 December 2026 is a Monday. */
class DaysOffTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final List<Block> OFFICE = Stream.of(DayOfWeek.values()).limit(5)
        .flatMap(day -> Stream.of(Block.of(day, "09:00", "12:00"), Block.of(day, "13:00", "17:00"))).toList();
    private static final List<Block> ALWAYS = Stream.of(DayOfWeek.values()).map(day -> Block.of(day, "00:00", "24:00")).toList();

    private static Schedule office(DayOff... days) {
        return new Schedule(BERLIN, OFFICE, DaysOff.of(List.of(days)));
    }

    private static DayOff day(String name, String date) {
        return DayOff.days(name, LocalDate.parse(date), LocalDate.parse(date));
    }

    private static DayOff hours(String name, String from, String to) {
        return new DayOff(name, LocalDateTime.parse(from), LocalDateTime.parse(to), null);
    }

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Instant berlin(String local) {
        return at(BERLIN, local);
    }

    private static Availability no(String until, String dayOff) {
        return new Availability(false, SCHEDULE, berlin(until), BLOCK_START, true, dayOff);
    }

    @Test
    void aDayOffIsNotWorkedAndNamesItselfOnThatDay() {
        Schedule schedule = office(day("Winter feast", "2026-12-22"));
        assertEquals(no("2026-12-23T09:00", null), Availability.at(schedule, null, berlin("2026-12-21T18:00")));
        assertEquals(no("2026-12-23T09:00", "Winter feast"), Availability.at(schedule, null, berlin("2026-12-22T00:00")));
        assertEquals(no("2026-12-23T09:00", "Winter feast"), Availability.at(schedule, null, berlin("2026-12-22T23:59:59")));
        assertEquals(no("2026-12-23T09:00", null), Availability.at(schedule, null, berlin("2026-12-23T00:00")));
    }

    @Test
    void hoursOffCutABlockInTwo() {
        Schedule schedule = office(hours("Dentist", "2026-12-21T10:00", "2026-12-21T11:00"));
        assertEquals(new Availability(true, SCHEDULE, berlin("2026-12-21T10:00"), BLOCK_END, false),
            Availability.at(schedule, null, berlin("2026-12-21T09:30")));
        assertEquals(no("2026-12-21T11:00", "Dentist"), Availability.at(schedule, null, berlin("2026-12-21T10:00")));
        assertEquals(new Availability(true, SCHEDULE, berlin("2026-12-21T12:00"), BLOCK_END, false),
            Availability.at(schedule, null, berlin("2026-12-21T11:00")));
    }

    @Test
    void whatIsLeftOfABlockIsABlockAndEndsAnOverride() {
        Schedule schedule = office(hours("Dentist", "2026-12-21T10:00", "2026-12-21T11:00"));
        AvailabilityOverride away = new AvailabilityOverride(false, berlin("2026-12-21T09:30"));
        assertEquals(new Availability(false, OVERRIDE, berlin("2026-12-21T11:00"), BLOCK_START, true),
            Availability.at(schedule, away, berlin("2026-12-21T10:30")));
        AvailabilityOverride back = new AvailabilityOverride(true, berlin("2026-12-21T10:15"));
        assertEquals(new Availability(true, OVERRIDE, berlin("2026-12-21T11:00"), BLOCK_START, true),
            Availability.at(schedule, back, berlin("2026-12-21T10:30")));
    }

    @Test
    void anOverrideGoesOnOverADayOffAndStandsAboveIt() {
        Schedule schedule = office(day("Winter feast", "2026-12-22"));
        AvailabilityOverride away = new AvailabilityOverride(false, berlin("2026-12-21T18:00"));
        assertEquals(new Availability(false, OVERRIDE, berlin("2026-12-23T09:00"), BLOCK_START, true),
            Availability.at(schedule, away, berlin("2026-12-22T10:00")));
        AvailabilityOverride back = new AvailabilityOverride(true, berlin("2026-12-22T10:00"));
        assertEquals(new Availability(true, OVERRIDE, berlin("2026-12-23T00:00"), MIDNIGHT, false),
            Availability.at(schedule, back, berlin("2026-12-22T11:00")));
    }

    @Test
    void daysOffThatTouchAreOnePauseWithTwoNames() {
        Schedule schedule = office(day("Feast", "2026-12-22"), day("Day after", "2026-12-23"));
        Availability first = Availability.at(schedule, null, berlin("2026-12-22T12:00"));
        assertEquals(no("2026-12-24T09:00", "Feast"), first);
        assertEquals(Optional.of(berlin("2026-12-23T00:00")), first.changes(schedule, berlin("2026-12-22T12:00")));
        assertEquals(no("2026-12-24T09:00", "Day after"), Availability.at(schedule, null, berlin("2026-12-23T12:00")));
    }

    @Test
    void ofSeveralTheOneThatBeganFirstIsNamed() {
        Schedule schedule = office(day("Feast", "2026-12-22"),
            DayOff.days("Leave", LocalDate.of(2026, 12, 21), LocalDate.of(2026, 12, 31)));
        assertEquals(no("2027-01-01T09:00", "Leave"), Availability.at(schedule, null, berlin("2026-12-22T12:00")));
    }

    @Test
    void aLongLeaveIsPassedAtOnce() {
        Schedule schedule = office(DayOff.days("Leave", LocalDate.of(2026, 12, 21), LocalDate.of(2035, 12, 31)));
        assertEquals(no("2036-01-01T09:00", "Leave"), Availability.at(schedule, null, berlin("2026-12-22T12:00")));
        assertEquals(Optional.of(berlin("2036-01-01T09:00")), Availability.beginsAfter(schedule, null, berlin("2026-12-20T12:00")));
    }

    @Test
    void whoAlwaysWorksIsOffWhenTheDayOffComes() {
        Schedule schedule = new Schedule(BERLIN, ALWAYS, DaysOff.of(List.of(day("Feast", "2028-12-22"))));
        assertEquals(new Availability(true, SCHEDULE, berlin("2028-12-22T00:00"), BLOCK_END, false),
            Availability.at(schedule, null, berlin("2026-12-22T12:00")));
    }

    @Test
    void daysOffThatCoverAllThereIsLeaveNothingUntilTheyEnd() {
        Schedule monday = new Schedule(BERLIN, List.of(Block.of(MONDAY, "09:00", "12:00")),
            DaysOff.of(List.of(day("One", "2026-12-21"), day("Two", "2026-12-28"), day("Three", "2027-01-04"))));
        assertEquals(no("2027-01-11T09:00", null), Availability.at(monday, null, berlin("2026-12-20T12:00")));
        Schedule none = new Schedule(BERLIN, List.of(), DaysOff.of(List.of(day("One", "2026-12-21"))));
        assertEquals(new Availability(false, SCHEDULE, null, null, null, "One"), Availability.at(none, null, berlin("2026-12-21T12:00")));
        assertEquals(Optional.of(berlin("2026-12-22T00:00")),
            Availability.at(none, null, berlin("2026-12-21T12:00")).changes(none, berlin("2026-12-21T12:00")));
    }

    @Test
    void aDayOffThatBeginsInASkippedHourBeginsAfterIt() {
        // 8 March 2026, New York: 02:00 is followed by 03:00.
        Schedule night = new Schedule(NEW_YORK, List.of(Block.of(SUNDAY, "01:00", "06:00")),
            DaysOff.of(List.of(hours("Nap", "2026-03-08T02:30", "2026-03-08T04:00"))));
        Instant gap = at(NEW_YORK, "2026-03-08T03:00");
        assertEquals(new Availability(true, SCHEDULE, gap, BLOCK_END, false), Availability.at(night, null, gap.minusSeconds(1)));
        assertEquals(new Availability(false, SCHEDULE, gap.plus(Duration.ofHours(1)), BLOCK_START, true, "Nap"),
            Availability.at(night, null, gap));
        Schedule within = night.without(DaysOff.of(List.of(hours("Nothing", "2026-03-08T02:10", "2026-03-08T02:50"))));
        assertEquals(new Availability(true, SCHEDULE, at(NEW_YORK, "2026-03-08T06:00"), BLOCK_END, false),
            Availability.at(within, null, gap));
    }

    @Test
    void aDayOffInARepeatedHourIsOffTwice() {
        // 1 November 2026, New York: 02:00 is followed by 01:00.
        Schedule night = new Schedule(NEW_YORK, List.of(Block.of(SUNDAY, "00:00", "06:00")),
            DaysOff.of(List.of(hours("Nap", "2026-11-01T01:00", "2026-11-01T01:30"))));
        Instant first = at(NEW_YORK, "2026-11-01T01:00");
        assertEquals(List.of(true, false, true, false), Stream.of(-1, 1, 31, 61)
            .map(minutes -> Availability.at(night, null, first.plus(Duration.ofMinutes(minutes))).available()).toList());
    }

    @Test
    void aDayOffOnADayWithoutAMidnightIsThatDay() {
        // 8 September 2024, Santiago: 00:00 is followed by 01:00.
        Schedule schedule = new Schedule(ZoneId.of("America/Santiago"), ALWAYS, DaysOff.of(List.of(day("Feast", "2024-09-08"))));
        Instant begin = Instant.parse("2024-09-08T04:00:00Z");
        assertEquals(new Availability(true, SCHEDULE, begin, BLOCK_END, false), Availability.at(schedule, null, begin.minusSeconds(1)));
        assertEquals(new Availability(false, SCHEDULE, begin.plus(Duration.ofHours(23)), BLOCK_START, true, "Feast"),
            Availability.at(schedule, null, begin));
    }

    @Test
    void timesOfAZoneAreTheSameInstantsForEverybody() {
        DayOff party = new DayOff("Party", LocalDateTime.parse("2026-12-21T15:00"), LocalDateTime.parse("2026-12-21T18:00"),
            ZoneOffset.UTC);
        assertEquals(no("2026-12-22T09:00", "Party"), Availability.at(office(party), null, berlin("2026-12-21T16:00")));
        Schedule newYork = new Schedule(NEW_YORK, OFFICE, DaysOff.of(List.of(party)));
        assertEquals(at(NEW_YORK, "2026-12-21T10:00"), Availability.at(newYork, null, at(NEW_YORK, "2026-12-21T09:30")).until());
    }

    @Test
    void thePreviewNamesDaysOffEvenWhereNothingIsWorked() {
        List<DayPlan> days = new Schedule(BERLIN, List.of(Block.of(TUESDAY, "09:00", "24:00")), DaysOff.of(
            List.of(day("Feast", "2026-12-21"), hours("Eve", "2026-12-22T20:00", "2026-12-23T00:00")))).days(berlin("2026-12-21T12:00"), 3);
        assertEquals(List.of("[Feast]", "[Eve]", "[]"),
            days.stream().map(day -> day.daysOff().stream().map(DayOff::name).toList().toString()).toList());
        assertEquals(berlin("2026-12-22T20:00"), days.get(1).spans().get(0).to());
        assertEquals(List.of(0, 1, 0), days.stream().map(day -> day.spans().size()).toList());
    }

    @Test
    void whatIsNoDayOffIsRefusedWithItsField() {
        assertEquals("name", refused(" ", "2026-12-21T00:00", "2026-12-22T00:00"));
        assertEquals("name", refused("x".repeat(101), "2026-12-21T00:00", "2026-12-22T00:00"));
        assertEquals("from", refused("Day", "1999-12-31T00:00", "2026-12-22T00:00"));
        assertEquals("to", refused("Day", "2026-12-21T00:00", "2200-01-01T00:00"));
        assertEquals("to", refused("Day", "2026-12-21T00:00", "2026-12-21T00:00"));
        assertEquals("to", refused("Day", "2026-12-21T00:00", "2037-12-21T00:00"));
        assertEquals("from", refused("Day", "2026-12-21T00:00:01", "2026-12-22T00:00"));
        assertEquals("from", assertThrows(RefusedException.class, () -> DayOff.days("Day", null, null)).field());
    }

    private static String refused(String name, String from, String to) {
        return assertThrows(RefusedException.class, () -> hours(name, from, to)).field();
    }
}
