package org.agentinbox.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.Schedule;

import org.junit.jupiter.api.Test;

/** When visitors can expect somebody again. Monday is the 6th of May 2030. */
class BeginsAfterTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Schedule MONDAY = new Schedule(BERLIN, List.of(Block.of(DayOfWeek.MONDAY, "09:00", "12:00"),
        Block.of(DayOfWeek.MONDAY, "12:00", "13:00"), Block.of(DayOfWeek.MONDAY, "14:00", "17:00")));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    private static Optional<Instant> begins(Schedule schedule, AvailabilityOverride override, String now) {
        return Availability.beginsAfter(schedule, override, at(now));
    }

    @Test
    void theNextBlockWhereNoneHolds() {
        assertEquals(Optional.of(at("2030-05-06T09:00")), begins(MONDAY, null, "2030-05-03T10:00"));
    }

    @Test
    void theBlockAfterThisOneWhereOneHolds() {
        assertEquals(Optional.of(at("2030-05-06T14:00")), begins(MONDAY, null, "2030-05-06T10:00"));
        assertEquals(Optional.of(at("2030-05-13T09:00")), begins(MONDAY, null, "2030-05-06T15:00"));
    }

    @Test
    void theEndOfASwitchToUnavailable() {
        assertEquals(Optional.of(at("2030-05-06T12:00")),
            begins(MONDAY, new AvailabilityOverride(false, at("2030-05-06T10:00")), "2030-05-06T10:30"));
    }

    @Test
    void theBlockAfterASwitchToAvailable() {
        assertEquals(Optional.of(at("2030-05-06T09:00")),
            begins(MONDAY, new AvailabilityOverride(true, at("2030-05-03T20:00")), "2030-05-03T21:00"));
        assertEquals(Optional.of(at("2030-05-13T09:00")),
            begins(MONDAY, new AvailabilityOverride(true, at("2030-05-06T18:00")), "2030-05-06T19:00"));
    }

    @Test
    void neverWhereThereAreNoHours() {
        assertEquals(Optional.empty(), begins(Schedule.none(), null, "2030-05-06T10:00"));
        assertEquals(Optional.empty(), begins(Schedule.none(), new AvailabilityOverride(true, at("2030-05-06T10:00")), "2030-05-06T11:00"));
        assertEquals(Optional.empty(),
            begins(Schedule.none(), new AvailabilityOverride(false, at("2030-05-06T10:00")), "2030-05-06T11:00"));
    }

    @Test
    void neverAgainWhereTheyNeverEnd() {
        Schedule always = new Schedule(BERLIN, List.of(DayOfWeek.values()).stream().map(day -> Block.of(day, "00:00", "24:00")).toList());
        assertEquals(Optional.empty(), begins(always, null, "2030-05-06T10:00"));
        assertEquals(Optional.of(at("2030-05-07T00:00")),
            begins(always, new AvailabilityOverride(false, at("2030-05-06T10:00")), "2030-05-06T11:00"));
    }
}
