package org.agentinbox.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.DayOff;
import org.agentinbox.hours.DaysOff;
import org.agentinbox.hours.Schedule;
import org.agentinbox.hours.Span;
import org.junit.jupiter.api.Test;

/** The rules as people would say them. */
class SlotsTest {

    private static final Instant LONG_BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    private static List<String> starts(String zone, String date, int length, int buffer, List<Span> taken, Block... blocks) {
        ZoneId id = ZoneId.of(zone);
        SlotRules rules = new SlotRules(new Schedule(id, List.of(blocks)), Duration.ofMinutes(length), Duration.ofMinutes(buffer),
            Duration.ZERO,
            Duration.ofDays(1_000));
        Instant from = LocalDate.parse(date).atStartOfDay(id).toInstant();
        Instant to = LocalDate.parse(date).plusDays(1).atStartOfDay(id).toInstant();
        return Slots.free(rules, taken, LONG_BEFORE, from, to).stream().map(s -> LocalTime.ofInstant(s.from(), id).toString()).toList();
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void aMorningOfHalfHours() {
        assertEquals(List.of("09:00", "09:30", "10:00"),
            starts("UTC", "2026-03-02", 30, 0, List.of(), Block.of(DayOfWeek.MONDAY, "09:00", "10:30")));
    }

    @Test
    void aDayOffHasNoSlotsAndWhatIsLeftOfABlockIsABlock() {
        ZoneId utc = ZoneId.of("UTC");
        LocalDate monday = LocalDate.parse("2026-03-02");
        Schedule hours = new Schedule(utc, List.of(Block.of(DayOfWeek.MONDAY, "09:00", "12:00")));
        SlotRules rules = new SlotRules(hours, Duration.ofMinutes(30), Duration.ZERO, Duration.ZERO, Duration.ofDays(1_000));
        DayOff dentist = new DayOff("Dentist", monday.atTime(9, 40), monday.atTime(10, 50), null);
        DayOff feast = DayOff.days("Feast", monday.plusWeeks(1), monday.plusWeeks(1));
        List<Span> free = Slots.free(rules.without(DaysOff.of(List.of(dentist, feast))), List.of(), LONG_BEFORE,
            monday.atStartOfDay(utc).toInstant(), monday.plusDays(14).atStartOfDay(utc).toInstant());
        assertEquals(List.of("2026-03-02T09:00:00Z", "2026-03-02T10:50:00Z", "2026-03-02T11:20:00Z"),
            free.stream().map(slot -> slot.from().toString()).toList());
    }

    @Test
    void aLongMeetingBeginsAtHalfHoursAndEndsWithTheBlock() {
        assertEquals(List.of("09:00", "09:30"),
            starts("UTC", "2026-03-02", 45, 0, List.of(), Block.of(DayOfWeek.MONDAY, "09:00", "10:30")));
    }

    @Test
    void aMeetingGoesOnIntoTheBlockThatTouches() {
        assertEquals(List.of("09:00", "09:15", "09:45"), starts("UTC", "2026-03-02", 45, 0, List.of(),
            Block.of(DayOfWeek.MONDAY, "09:00", "09:15"), Block.of(DayOfWeek.MONDAY, "09:15", "10:30")));
    }

    @Test
    void aMeetingCanGoPastMidnightWhereTheHoursDo() {
        assertEquals(List.of("23:30"), starts("UTC", "2026-03-02", 60, 0, List.of(),
            Block.of(DayOfWeek.MONDAY, "23:30", "24:00"), Block.of(DayOfWeek.TUESDAY, "00:00", "00:30")));
    }

    @Test
    void theBufferIsKeptOnBothSidesOfAMeeting() {
        // 10:00 to 10:30 is met, and its buffer lasts to 10:45: a meeting before must be over, its own buffer included, at 10:00.
        assertEquals(List.of("09:00", "11:00"),
            starts("UTC", "2026-03-02", 30, 15, List.of(span("2026-03-02T10:00:00Z", "2026-03-02T10:45:00Z")),
                Block.of(DayOfWeek.MONDAY, "09:00", "11:30")));
    }

    @Test
    void anHourThatTheZoneSkipsHasNoSlots() {
        assertEquals(List.of("01:00", "01:30", "03:00"),
            starts("Europe/Berlin", "2026-03-29", 30, 0, List.of(), Block.of(DayOfWeek.SUNDAY, "01:00", "03:30")));
    }

    @Test
    void anHourThatTheZoneRepeatsHasThemTwice() {
        assertEquals(List.of("02:00", "02:30", "02:00", "02:30"), starts("Europe/Berlin", "2026-10-25", 30, 0, List.of(),
            Block.of(DayOfWeek.SUNDAY, "02:00", "03:00")));
    }

    @Test
    void aDayWithoutMidnightBeginsWhereItBegins() {
        // Cairo, 24 April 2026: the clocks go from 24:00 to 01:00.
        assertEquals(List.of("01:00", "01:30"),
            starts("Africa/Cairo", "2026-04-24", 30, 0, List.of(), Block.of(DayOfWeek.FRIDAY, "00:00", "02:00")));
    }

    @Test
    void noticeAndHorizonAreCountedFromNow() {
        SlotRules rules = new SlotRules(new Schedule(ZoneId.of("UTC"), List.of(Block.of(DayOfWeek.MONDAY, "09:00", "12:00"))),
            Duration.ofHours(1),
            Duration.ZERO, Duration.ofHours(1), Duration.ofDays(7));
        Instant now = Instant.parse("2026-03-02T09:30:00Z");
        assertEquals(List.of(span("2026-03-02T10:30:00Z", "2026-03-02T11:30:00Z"), span("2026-03-02T11:00:00Z", "2026-03-02T12:00:00Z"),
            span("2026-03-09T09:00:00Z", "2026-03-09T10:00:00Z")),
            Slots.free(rules, List.of(), now, now, now.plus(Duration.ofDays(30))));
    }
}
