package org.agentinbox.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.DayOff;
import org.agentinbox.hours.DayPlan;
import org.agentinbox.hours.DaysOff;
import org.agentinbox.hours.Schedule;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The function beside a model that looks at the clock each minute: with days off, all IANA zones, the years 2010 to 2030, mostly near the
 * changes of their clocks.
 */
class AvailabilityPropertyTest {

    private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2030-12-31T00:00:00Z");
    private static final int THREE_DAYS = 3 * 24 * 60;

    /** A zone, hours, days off, a switch or none, and an instant to ask about. */
    record Situation(ZoneId zone, List<Block> blocks, List<DayOff> daysOff, AvailabilityOverride override, Instant now) {

        Schedule schedule() {
            return new Schedule(zone, blocks, DaysOff.of(daysOff));
        }

        MinuteModel model() {
            return new MinuteModel(zone, blocks, daysOff);
        }
    }

    private record Moment(ZoneId zone, Instant instant) {}

    private static List<Instant> transitions(ZoneId zone) {
        List<Instant> found = new ArrayList<>();
        for (ZoneOffsetTransition t = zone.getRules().nextTransition(FIRST); t != null && t.getInstant().isBefore(LAST);
            t = zone.getRules().nextTransition(t.getInstant())) {
            found.add(t.getInstant());
        }
        return found;
    }

    private static Arbitrary<ZoneId> zones() {
        // Without those that a library of another test adds, which have no rules.
        return Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds())).map(ZoneId::of).filter(zone -> zone.getRules() != null);
    }

    /** Near a change of the clocks where the zone has any; else anywhere. */
    private static Arbitrary<Moment> moments() {
        Arbitrary<Instant> anywhere = Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond())
            .map(Instant::ofEpochSecond);
        Arbitrary<Integer> minutes = Arbitraries.oneOf(Arbitraries.integers().between(-THREE_DAYS, THREE_DAYS),
            Arbitraries.integers().between(-180, 180));
        return zones().flatMap(zone -> {
            List<Instant> transitions = transitions(zone);
            Arbitrary<Instant> near = transitions.isEmpty() ? anywhere
                : Combinators.combine(Arbitraries.of(transitions), minutes, Arbitraries.of(0, 0, 1, 30, 59))
                    .as((t, m, s) -> t.plus(m, ChronoUnit.MINUTES).plusSeconds(s));
            return near.map(instant -> new Moment(zone, instant));
        });
    }

    /** From edges of a day: each of two neighbours is a block or a pause, so blocks touch often; 0 and 1440 are likely. */
    private static Arbitrary<List<Block>> day(DayOfWeek day) {
        Arbitrary<Integer> edge = Arbitraries.oneOf(Arbitraries.of(0, 60, 90, 120, 150, 180, 1380, 1410, Block.END_OF_DAY),
            Arbitraries.integers().between(0, Block.END_OF_DAY));
        return Combinators.combine(edge.set().ofMaxSize(6), Arbitraries.integers().between(0, 63))
            .as((edges, worked) -> blocks(day, edges, worked));
    }

    private static List<Block> blocks(DayOfWeek day, Set<Integer> edges, int worked) {
        List<Integer> sorted = List.copyOf(new TreeSet<>(edges));
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i + 1 < sorted.size(); i++) {
            if ((worked >> i & 1) == 1) {
                blocks.add(new Block(day, sorted.get(i), sorted.get(i + 1)));
            }
        }
        return blocks;
    }

    private static Arbitrary<List<Block>> weeks() {
        Arbitrary<List<Block>> week = Combinators.combine(Stream.of(DayOfWeek.values()).map(AvailabilityPropertyTest::day).toList())
            .as(days -> days.stream().flatMap(List::stream).toList());
        Arbitrary<List<Block>> oneDay = Arbitraries.of(DayOfWeek.values()).flatMap(AvailabilityPropertyTest::day);
        Arbitrary<List<Block>> always = Arbitraries
            .just(Stream.of(DayOfWeek.values()).map(day -> new Block(day, 0, Block.END_OF_DAY)).toList());
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(6, week), net.jqwik.api.Tuple.of(3, oneDay),
            net.jqwik.api.Tuple.of(1, always));
    }

    /** Switched at any minute before, at the instant itself, or at the very edge of a block. */
    private static Arbitrary<AvailabilityOverride> overrides(Schedule schedule, Instant now) {
        Instant before = now.minus(2, ChronoUnit.DAYS);
        Instant start = schedule.startAfter(before).filter(at -> !at.isAfter(now)).orElse(now);
        Instant edge = schedule.changeAfter(before).filter(at -> !at.isAfter(now)).orElse(now);
        Arbitrary<Instant> at = Arbitraries.oneOf(Arbitraries.of(now, start, edge),
            Arbitraries.integers().between(0, THREE_DAYS).map(minutes -> now.minus(minutes, ChronoUnit.MINUTES)));
        return Combinators.combine(Arbitraries.of(true, false), at).as(AvailabilityOverride::new).injectNull(0.2);
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Combinators.combine(moments(), weeks())
            .flatAs((moment, blocks) -> daysOff(moment)
                .flatMap(daysOff -> overrides(new Schedule(moment.zone(), blocks, DaysOff.of(daysOff)), moment.instant())
                    .map(override -> new Situation(moment.zone(), blocks, daysOff, override, moment.instant()))));
    }

    /** How a day off lies: after the one before or anywhere, and how long it is. */
    private record Place(boolean touches, int minutes, boolean midnight, int length, ZoneId zone) {

        DayOff dayOff(int index, LocalDateTime now, LocalDateTime before) {
            LocalDateTime from = touches && before != null ? before : now.plusMinutes(minutes);
            from = midnight && !touches ? from.truncatedTo(ChronoUnit.DAYS) : from;
            return new DayOff("Day " + index, from, from.plusMinutes(length), zone);
        }
    }

    /** Few or none, by the clock of the place or by another; they overlap, touch, and begin and end in skipped and in repeated hours. */
    private static Arbitrary<List<DayOff>> daysOff(Moment moment) {
        Arbitrary<Integer> begin = Arbitraries.oneOf(Arbitraries.integers().between(-THREE_DAYS, THREE_DAYS),
            Arbitraries.integers().between(-180, 180));
        Arbitrary<Integer> length = Arbitraries.oneOf(Arbitraries.integers().between(1, 240), Arbitraries.integers().between(1, 10)
            .map(days -> days * Block.END_OF_DAY), Arbitraries.integers().between(1, THREE_DAYS));
        Arbitrary<Place> place = Combinators.combine(Arbitraries.of(true, false, false), begin, Arbitraries.of(true, false), length,
            zones().injectNull(0.8)).as(Place::new);
        LocalDateTime now = LocalDateTime.ofInstant(moment.instant(), moment.zone()).truncatedTo(ChronoUnit.MINUTES);
        return place.list().ofMaxSize(4).map(places -> {
            List<DayOff> days = new ArrayList<>();
            places.forEach(p -> days.add(p.dayOff(days.size(), now, days.isEmpty() ? null : days.get(days.size() - 1).to())));
            return days;
        });
    }

    @Property(tries = 1_500)
    void agreesWithAnybodyWhoLooksAtTheClockEachMinute(@ForAll("situations") Situation s) {
        assertEquals(s.model().at(s.override(), s.now()), Availability.at(s.schedule(), s.override(), s.now()));
    }

    @Property(tries = 300)
    void knowsWhenSomebodyIsBack(@ForAll("situations") Situation s) {
        assertEquals(s.model().begins(s.override(), s.now()), Availability.beginsAfter(s.schedule(), s.override(), s.now()).orElse(null));
    }

    @Property(tries = 250)
    void knowsUntilWhenAPageIsRight(@ForAll("situations") Situation s) {
        Availability now = Availability.at(s.schedule(), s.override(), s.now());
        assertEquals(s.model().changes(s.override(), s.now()), now.changes(s.schedule(), s.now()).orElse(null));
    }

    @Property(tries = 500)
    void whatIsInForceHoldsUntilItsEnd(@ForAll("situations") Situation s) {
        Schedule schedule = s.schedule();
        Availability now = Availability.at(schedule, s.override(), s.now());
        now.changes(schedule, s.now()).ifPresent(
            change -> assertEquals(now, Availability.at(schedule, s.override(), change.minusNanos(1))));
        if (now.until() != null) {
            assertTrue(now.until().isAfter(s.now()));
            Availability last = Availability.at(schedule, s.override(), now.until().minusNanos(1));
            assertEquals(now.available() + " " + now.source() + now.until(), last.available() + " " + last.source() + last.until());
            Availability then = Availability.at(schedule, s.override(), now.until());
            assertEquals(now.next(), then.available());
            assertEquals(Availability.Source.SCHEDULE, then.source());
        }
    }

    @Property(tries = 150)
    void theDaysOfThePreviewAreSeamlessAndExact(@ForAll("situations") Situation s) {
        List<DayPlan> days = s.schedule().days(s.now(), 14);
        MinuteModel model = s.model();
        assertTrue(days.size() >= 13, "a zone skips a day at most");
        for (int i = 0; i < days.size(); i++) {
            DayPlan day = days.get(i);
            assertTrue(i == 0 || days.get(i - 1).ends().equals(day.starts()), "days follow each other");
            for (Instant minute = day.starts(); minute.isBefore(day.ends()); minute = minute.plus(1, ChronoUnit.MINUTES)) {
                Instant at = minute;
                assertEquals(model.holds(at), day.spans().stream().anyMatch(span -> !at.isBefore(span.from()) && at.isBefore(span.to())),
                    () -> day.date() + " at " + at);
            }
        }
    }

    @Property(tries = 500)
    void whatAPersonWorksIsThatAgainInUtc(@ForAll("situations") Situation s) {
        // Weeks of UTC have no surprises: there the hours are plain arithmetic.
        Schedule utc = new Schedule(ZoneOffset.UTC, s.blocks());
        long minuteOfWeek = Math.floorMod(s.now().getEpochSecond() / 60 - epochMonday(), 7L * Block.END_OF_DAY);
        boolean worked = s.blocks().stream().anyMatch(block -> {
            long day = (block.day().getValue() - 1L) * Block.END_OF_DAY;
            return day + block.startMinute() <= minuteOfWeek && minuteOfWeek < day + block.endMinute();
        });
        assertEquals(worked, utc.holdsAt(s.now()));
    }

    private static long epochMonday() {
        return LocalDate.of(2024, 1, 1).toEpochDay() * Block.END_OF_DAY;
    }
}
