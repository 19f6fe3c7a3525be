package org.agentinbox.availability;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.agentinbox.availability.Availability.Ends.BLOCK_END;
import static org.agentinbox.availability.Availability.Ends.BLOCK_START;
import static org.agentinbox.availability.Availability.Ends.MIDNIGHT;
import static org.agentinbox.availability.Availability.Source.AUTO_AWAY;
import static org.agentinbox.availability.Availability.Source.OVERRIDE;
import static org.agentinbox.availability.Availability.Source.SCHEDULE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.DayPlan;
import org.agentinbox.hours.Schedule;

import org.junit.jupiter.api.Test;

/** Each sentence of the specification's section 2, by example. 23 November 2026 is a Monday. */
class AvailabilityTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Block MORNING = Block.of(MONDAY, "09:00", "12:00");
    private static final Block AFTERNOON = Block.of(MONDAY, "13:00", "17:00");
    private static final Schedule OFFICE = schedule(BERLIN, MORNING, AFTERNOON, Block.of(TUESDAY, "09:00", "12:00"));

    private static Schedule schedule(ZoneId zone, Block... blocks) {
        return new Schedule(zone, List.of(blocks));
    }

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Instant berlin(String local) {
        return at(BERLIN, local);
    }

    private static AvailabilityOverride switched(boolean available, String berlin) {
        return new AvailabilityOverride(available, berlin(berlin));
    }

    private static void assertAt(String berlin, AvailabilityOverride override, Availability expected) {
        assertEquals(expected, Availability.at(OFFICE, override, berlin(berlin)));
    }

    private static Availability scheduled(boolean available, Instant until) {
        return new Availability(available, SCHEDULE, until, available ? BLOCK_END : BLOCK_START, !available);
    }

    @Test
    void theScheduleRulesFromTheFirstMinuteOfABlockToBeforeItsEnd() {
        assertAt("2026-11-23T08:59:59", null, scheduled(false, berlin("2026-11-23T09:00")));
        assertAt("2026-11-23T09:00", null, scheduled(true, berlin("2026-11-23T12:00")));
        assertAt("2026-11-23T11:59:59", null, scheduled(true, berlin("2026-11-23T12:00")));
        assertAt("2026-11-23T12:00", null, scheduled(false, berlin("2026-11-23T13:00")));
        assertAt("2026-11-24T12:00", null, scheduled(false, berlin("2026-11-30T09:00")));
    }

    @Test
    void anOverrideEndsWhenTheNextBlockStarts() {
        assertAt("2026-11-23T12:59", switched(false, "2026-11-23T10:00"),
            new Availability(false, OVERRIDE, berlin("2026-11-23T13:00"), BLOCK_START, true));
        assertAt("2026-11-23T13:00", switched(false, "2026-11-23T10:00"), scheduled(true, berlin("2026-11-23T17:00")));
    }

    @Test
    void anOverrideToAvailableEndsAtMidnightToo() {
        assertAt("2026-11-23T23:59:59", switched(true, "2026-11-23T18:00"),
            new Availability(true, OVERRIDE, berlin("2026-11-24T00:00"), MIDNIGHT, false));
        assertAt("2026-11-24T00:00", switched(true, "2026-11-23T18:00"), scheduled(false, berlin("2026-11-24T09:00")));
        assertAt("2026-11-23T10:00", switched(true, "2026-11-23T08:00"), scheduled(true, berlin("2026-11-23T12:00")));
    }

    @Test
    void aSwitchThatWasMadeForTheAgentSaysSoAndEndsAlike() {
        assertAt("2026-11-23T10:30", new AvailabilityOverride(false, berlin("2026-11-23T10:00"), true),
            new Availability(false, AUTO_AWAY, berlin("2026-11-23T13:00"), BLOCK_START, true));
    }

    @Test
    void anOverrideToUnavailableGoesOnOverMidnight() {
        assertAt("2026-11-28T03:00", switched(false, "2026-11-24T18:00"),
            new Availability(false, OVERRIDE, berlin("2026-11-30T09:00"), BLOCK_START, true));
    }

    @Test
    void anOverrideSetAtTheVeryMinuteABlockStartsHoldsForThatBlock() {
        assertAt("2026-11-23T09:00", switched(false, "2026-11-23T09:00"),
            new Availability(false, OVERRIDE, berlin("2026-11-23T13:00"), BLOCK_START, true));
        assertAt("2026-11-23T12:00", switched(true, "2026-11-23T12:00"),
            new Availability(true, OVERRIDE, berlin("2026-11-23T13:00"), BLOCK_START, true));
    }

    @Test
    void blocksThatTouchAreOneTimeOfWorkAndYetTwoBlocks() {
        Schedule touching = schedule(BERLIN, MORNING, Block.of(MONDAY, "12:00", "17:00"));
        assertEquals(scheduled(true, berlin("2026-11-23T17:00")), Availability.at(touching, null, berlin("2026-11-23T10:00")));
        assertEquals(new Availability(false, OVERRIDE, berlin("2026-11-23T12:00"), BLOCK_START, true),
            Availability.at(touching, switched(false, "2026-11-23T10:00"), berlin("2026-11-23T11:00")));
    }

    @Test
    void twentyFourHundredIsTheNextMidnight() {
        Schedule late = schedule(BERLIN, Block.of(MONDAY, "20:00", "24:00"), Block.of(TUESDAY, "00:00", "02:00"));
        assertEquals(scheduled(true, berlin("2026-11-24T02:00")), Availability.at(late, null, berlin("2026-11-23T23:30")));
        assertEquals(new Availability(true, OVERRIDE, berlin("2026-11-24T00:00"), BLOCK_START, true),
            Availability.at(late, switched(true, "2026-11-23T23:30"), berlin("2026-11-23T23:40")));
    }

    @Test
    void noBlocksAtAllMeanTheSwitchAlone() {
        Schedule none = schedule(BERLIN);
        assertEquals(new Availability(false, SCHEDULE, null, null, null), Availability.at(none, null, berlin("2026-11-23T10:00")));
        assertEquals(new Availability(false, OVERRIDE, null, null, null),
            Availability.at(none, switched(false, "2026-11-23T10:00"), berlin("2027-11-23T10:00")));
        assertEquals(new Availability(true, OVERRIDE, berlin("2026-11-24T00:00"), MIDNIGHT, false),
            Availability.at(none, switched(true, "2026-11-23T10:00"), berlin("2026-11-23T11:00")));
        assertEquals(new Availability(false, SCHEDULE, null, null, null),
            Availability.at(none, switched(true, "2026-11-23T10:00"), berlin("2026-11-24T00:00")));
    }

    @Test
    void aGapShortensABlockAndMovesItsStart() {
        // 8 March 2026, New York: 02:00 is followed by 03:00.
        Schedule night = schedule(NEW_YORK, Block.of(SUNDAY, "02:30", "04:00"));
        Instant gap = at(NEW_YORK, "2026-03-08T03:00");
        assertEquals(scheduled(false, gap), Availability.at(night, null, gap.minusSeconds(1)));
        assertEquals(scheduled(true, gap.plus(Duration.ofHours(1))), Availability.at(night, null, gap));
    }

    @Test
    void aBlockThatAGapSwallowsIsNotWorkedThatDay() {
        Schedule night = schedule(NEW_YORK, Block.of(SUNDAY, "02:10", "02:50"));
        assertEquals(scheduled(false, at(NEW_YORK, "2026-03-15T02:10")), Availability.at(night, null, at(NEW_YORK, "2026-03-08T01:00")));
    }

    @Test
    void anOverlapIsWorkedTwice() {
        // 1 November 2026, New York: 02:00 is followed by 01:00.
        Schedule night = schedule(NEW_YORK, Block.of(SUNDAY, "00:30", "01:30"));
        Instant first = at(NEW_YORK, "2026-11-01T00:30");
        assertEquals(scheduled(true, first.plus(Duration.ofHours(1))), Availability.at(night, null, first));
        assertEquals(scheduled(false, first.plus(Duration.ofMinutes(90))),
            Availability.at(night, null, first.plus(Duration.ofMinutes(60))));
        assertEquals(scheduled(true, first.plus(Duration.ofHours(2))), Availability.at(night, null, first.plus(Duration.ofMinutes(90))));
    }

    @Test
    void aDayWithoutAMidnightBeginsWithItsFirstMinute() {
        // 8 September 2024, Santiago: 00:00 is followed by 01:00.
        ZoneId santiago = ZoneId.of("America/Santiago");
        Instant begin = Instant.parse("2024-09-08T04:00:00Z");
        AvailabilityOverride evening = new AvailabilityOverride(true, begin.minus(Duration.ofHours(2)));
        assertEquals(new Availability(true, OVERRIDE, begin, MIDNIGHT, false),
            Availability.at(schedule(santiago, Block.of(FRIDAY, "09:00", "12:00")), evening, begin.minusSeconds(1)));
        assertEquals(List.of(Duration.ofHours(24), Duration.ofHours(23)),
            schedule(santiago).days(begin.minusSeconds(1), 2).stream().map(DayPlan::length).toList());
    }

    @Test
    void aDayThatTheZoneSkipsIsNotWorked() {
        // Apia went over the date line: 29 December 2011 was followed by the 31st.
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Schedule fridays = schedule(apia, Block.of(FRIDAY, "00:00", "24:00"), Block.of(SATURDAY, "00:00", "01:00"));
        Instant thursday = Instant.parse("2011-12-30T09:00:00Z");
        assertEquals(scheduled(false, Instant.parse("2011-12-30T10:00:00Z")), Availability.at(fridays, null, thursday));
        assertEquals(List.of("2011-12-29", "2011-12-31"), fridays.days(thursday, 3).stream().map(day -> day.date().toString()).toList());
    }
}
