package org.agentinbox.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.Schedule;
import org.agentinbox.hours.Span;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The function beside a model that looks at the clock each minute: all IANA zones, 2010 to 2030, mostly near the changes of their clocks.
 */
class SlotsPropertyTest {

    private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2030-12-31T00:00:00Z");
    private static final int ONE_DAY = 24 * 60;

    /** What was asked: slots that begin in the day from {@code from} on. */
    record Situation(SlotRules rules, List<Span> taken, Instant now, Instant from) {

        Instant to() {
            return from.plus(ONE_DAY, ChronoUnit.MINUTES);
        }

        List<Span> free() {
            return Slots.free(rules, taken, now, from, to());
        }
    }

    private static List<Instant> transitions(ZoneId zone) {
        List<Instant> found = new ArrayList<>();
        for (ZoneOffsetTransition t = zone.getRules().nextTransition(FIRST); t != null && t.getInstant().isBefore(LAST);
            t = zone.getRules().nextTransition(t.getInstant())) {
            found.add(t.getInstant());
        }
        return found;
    }

    /** Whole minutes, within a day before a change of the clocks where the zone has any. */
    private static Arbitrary<Instant> begins(ZoneId zone) {
        List<Instant> transitions = transitions(zone);
        Arbitrary<Instant> anywhere = Arbitraries.longs().between(FIRST.getEpochSecond() / 60, LAST.getEpochSecond() / 60)
            .map(minute -> Instant.ofEpochSecond(minute * 60));
        return transitions.isEmpty() ? anywhere
            : Combinators.combine(Arbitraries.of(transitions), Arbitraries.integers().between(-ONE_DAY, 60))
                .as((t, minutes) -> t.truncatedTo(ChronoUnit.MINUTES).plus(minutes, ChronoUnit.MINUTES));
    }

    /** From edges of a day: each of two neighbours is a block or a pause, so blocks touch often; 0 and 1440 are likely. */
    private static Arbitrary<List<Block>> day(DayOfWeek day) {
        Arbitrary<Integer> edge = Arbitraries.oneOf(Arbitraries.of(0, 60, 90, 120, 150, 180, 540, 1020, 1380, 1410, Block.END_OF_DAY),
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

    private static Arbitrary<SlotRules> rules(ZoneId zone) {
        Arbitrary<List<Block>> week = Combinators.combine(Stream.of(DayOfWeek.values()).map(SlotsPropertyTest::day).toList())
            .as(days -> days.stream().flatMap(List::stream).toList());
        Arbitrary<List<Block>> always = Arbitraries
            .just(Stream.of(DayOfWeek.values()).map(day -> new Block(day, 0, Block.END_OF_DAY)).toList());
        Arbitrary<Duration> length = Arbitraries.of(15, 20, 30, 45, 60, 90, 240).map(Duration::ofMinutes);
        Arbitrary<Duration> buffer = Arbitraries.of(0, 0, 5, 15, 60).map(Duration::ofMinutes);
        return Combinators
            .combine(Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(8, week), net.jqwik.api.Tuple.of(1, always)), length, buffer,
                Arbitraries.of(0, 120, 1_440).map(Duration::ofMinutes), Arbitraries.of(1, 30, 60).map(Duration::ofDays))
            .as((blocks, l, b, notice, horizon) -> new SlotRules(new Schedule(zone, blocks), l, b, notice, horizon));
    }

    private static Arbitrary<List<Span>> taken(Instant from) {
        return Combinators.combine(Arbitraries.integers().between(-600, ONE_DAY + 300), Arbitraries.of(5, 15, 30, 45, 60, 480))
            .as((start, length) -> new Span(from.plus(start, ChronoUnit.MINUTES), from.plus(start + length, ChronoUnit.MINUTES)))
            .list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Situation> situations() {
        return Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds())).map(ZoneId::of)
            .flatMap(zone -> begins(zone).flatMap(from -> Combinators
                .combine(rules(zone), taken(from), Arbitraries.oneOf(Arbitraries.just(-4_000),
                    Arbitraries.integers().between(-300, 600)))
                .as((rules, taken, before) -> new Situation(rules, taken, from.plus(before, ChronoUnit.MINUTES), from))));
    }

    @Property(tries = 400)
    void agreesWithAnybodyWhoLooksAtTheClockEachMinute(@ForAll("situations") Situation s) {
        assertEquals(new SlotModel(s.rules(), s.taken()).free(s.now(), s.from(), s.to()), s.free());
    }

    @Property(tries = 150)
    void noSlotIsTakenPastTooSoonTooLateOrOutsideTheHours(@ForAll("situations") Situation s) {
        SlotModel model = new SlotModel(s.rules(), s.taken());
        for (Span slot : s.free()) {
            assertEquals(s.rules().length(), Duration.between(slot.from(), slot.to()), "its full length in real time");
            assertFalse(slot.from().isBefore(s.now().plus(s.rules().notice())), "not past, and with notice");
            assertTrue(slot.from().isBefore(s.now().plus(s.rules().horizon())), "within the horizon");
            Instant free = slot.to().plus(s.rules().buffer());
            assertTrue(s.taken().stream().noneMatch(t -> t.from().isBefore(free) && t.to().isAfter(slot.from())),
                "overlaps nothing, nor does its buffer");
            for (Instant minute = slot.from(); minute.isBefore(slot.to()); minute = minute.plus(1, ChronoUnit.MINUTES)) {
                assertTrue(model.isWorked(minute), "by the clock on the wall");
            }
        }
    }

    @Property(tries = 150)
    void whatIsAskedDoesNotMoveTheSlots(@ForAll("situations") Situation s, @ForAll("parts") int minutes) {
        Instant middle = s.from().plus(minutes, ChronoUnit.MINUTES);
        List<Span> parts = Stream.concat(Slots.free(s.rules(), s.taken(), s.now(), s.from(), middle).stream(),
            Slots.free(s.rules(), s.taken(), s.now(), middle, s.to()).stream()).toList();
        assertEquals(s.free(), parts, "two questions are answered as one");
        s.free().forEach(slot -> assertTrue(Slots.isFree(s.rules(), s.taken(), s.now(), slot.from())));
    }

    @Provide
    Arbitrary<Integer> parts() {
        return Arbitraries.integers().between(0, ONE_DAY);
    }

    @Property(tries = 150)
    void aSoldSlotAndItsBufferAreGoneAndNothingElseComes(@ForAll("situations") Situation s) {
        List<Span> free = s.free();
        for (Span sold : free.subList(0, Math.min(free.size(), 3))) {
            List<Span> taken = new ArrayList<>(s.taken());
            taken.add(new Span(sold.from(), sold.to().plus(s.rules().buffer())));
            List<Span> left = Slots.free(s.rules(), taken, s.now(), s.from(), s.to());
            assertFalse(left.contains(sold));
            assertTrue(free.containsAll(left));
        }
    }
}
