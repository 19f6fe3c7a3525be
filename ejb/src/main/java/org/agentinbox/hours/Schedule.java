package org.agentinbox.hours;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.agentinbox.platform.RefusedException;

/**
 * The hours of a week in local time, and the days off that are cut out of them: a block holds at an instant when that instant's local
 * weekday and time lie in the block and in no day off. Clock changes are covered by that: a local time that the zone skips is not worked,
 * one that it repeats is worked twice, and a day without a midnight begins with its first minute. What a day off leaves of a block is a
 * block again: it begins when the day off ends.
 *
 * @param zone the zone of the local times
 * @param blocks in order; those of a day may touch, not overlap
 * @param daysOff what is cut out
 */
public record Schedule(ZoneId zone, List<Block> blocks, DaysOff daysOff) {

    /** Longer than any pause between two blocks: two weeks where a weekly block falls into a skipped time once, with a week to spare. */
    private static final Duration FAR = Duration.ofDays(22);

    /** @throws RefusedException where a block is invalid or overlaps another; the field is {@code blocks[i]} */
    public Schedule {
        problems(blocks).stream().findFirst().ifPresent(problem -> {
            throw RefusedException.ofField("blocks[" + problem.index() + "]", problem.kind().name());
        });
        blocks = blocks.stream().sorted().toList();
    }

    /**
     * The hours of a week without days off.
     *
     * @throws RefusedException where a block is invalid or overlaps another; the field is {@code blocks[i]}
     */
    public Schedule(ZoneId zone, List<Block> blocks) {
        this(zone, blocks, DaysOff.none());
    }

    /** @return the same hours of a week with these days off */
    public Schedule without(DaysOff others) {
        return new Schedule(zone, blocks, others);
    }

    /** @return no blocks, in UTC: the hours of an agent who never set any */
    public static Schedule none() {
        return new Schedule(ZoneOffset.UTC, List.of());
    }

    /**
     * @param id an IANA name such as {@code Europe/Berlin}
     * @return the zone
     * @throws RefusedException where there is no such zone; the field is {@code zone}
     */
    public static ZoneId zone(String id) {
        if ("UTC".equals(id) || ZoneId.getAvailableZoneIds().contains(id)) {
            return ZoneId.of(id);
        }
        throw RefusedException.ofField("zone", "an IANA time zone is wanted");
    }

    /**
     * @param blocks in any order
     * @return what is wrong with them, at most one thing for each, in the order given
     */
    public static List<ScheduleProblem> problems(List<Block> blocks) {
        return IntStream.range(0, blocks.size()).boxed().flatMap(i -> problem(blocks, i).stream()).toList();
    }

    private static Optional<ScheduleProblem> problem(List<Block> blocks, int index) {
        Block block = blocks.get(index);
        if (!block.isWithinADay()) {
            return Optional.of(new ScheduleProblem(index, ScheduleProblem.Kind.ENDS_BEFORE_START));
        }
        // Of two that overlap, the later one is reported; of two equal ones, the second.
        boolean overlaps = IntStream.range(0, blocks.size()).filter(i -> i != index && blocks.get(i).isWithinADay())
            .anyMatch(
                i -> blocks.get(i).overlaps(block) && (blocks.get(i).compareTo(block) < 0 || i < index && blocks.get(i).equals(block)));
        return overlaps ? Optional.of(new ScheduleProblem(index, ScheduleProblem.Kind.OVERLAPS)) : Optional.empty();
    }

    /** A block on one date; a week later it is another occurrence. */
    private record Occurrence(LocalDate date, Block block) {}

    private Optional<Occurrence> occurrence(Instant instant) {
        LocalDateTime wall = wall(instant);
        return blocks.stream().filter(block -> block.contains(wall.getDayOfWeek(), wall.toLocalTime())).findFirst()
            .map(block -> new Occurrence(wall.toLocalDate(), block)).filter(held -> !daysOff.holdAt(instant, zone));
    }

    private LocalDateTime wall(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /**
     * @param instant when
     * @return whether a block holds then
     */
    public boolean holdsAt(Instant instant) {
        return occurrence(instant).isPresent();
    }

    /**
     * @param instant from when on
     * @return the first later instant at which the result of {@link #holdsAt} changes; empty where it never does
     */
    public Optional<Instant> changeAfter(Instant instant) {
        boolean now = holdsAt(instant);
        return firstAfter(instant, moment -> holdsAt(moment) != now);
    }

    /**
     * @param instant from when on
     * @return the first later instant at which a block begins, also one that touches the one before; empty where there is none
     */
    public Optional<Instant> startAfter(Instant instant) {
        return firstAfter(instant, this::startsAt);
    }

    /** Looks further than the longest pause of a week only where days off are still to come. */
    private Optional<Instant> firstAfter(Instant instant, Predicate<Instant> wanted) {
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        Instant over = daysOff.over().orElse(Instant.MIN);
        Instant from = instant;
        while (true) {
            Optional<Instant> found = momentsAfter(from).stream().filter(wanted).findFirst();
            if (found.isPresent() || !from.isBefore(over)) {
                return found;
            }
            // Nothing begins while a day off holds, so that one of years is passed at once.
            Instant far = from.plus(FAR).minusNanos(1);
            from = dayOffAt(far).flatMap(day -> daysOff.changeAfter(far, zone)).map(end -> end.minusNanos(1)).orElse(far);
        }
    }

    /**
     * @param instant when
     * @return the day off that holds then, during hours or not; of several the one that began first
     */
    public Optional<DayOff> dayOffAt(Instant instant) {
        return daysOff.at(instant, zone);
    }

    /**
     * @param instant from when on
     * @return the first later instant at which the result of {@link #dayOffAt} changes; empty where it never does
     */
    public Optional<Instant> dayOffChangeAfter(Instant instant) {
        return daysOff.changeAfter(instant, zone);
    }

    private boolean startsAt(Instant moment) {
        Optional<Occurrence> begins = occurrence(moment);
        return begins.isPresent() && !begins.equals(occurrence(moment.minusNanos(1)));
    }

    /**
     * @param instant on a day
     * @return the first later instant at which the local date is a later one
     */
    public Instant midnightAfter(Instant instant) {
        LocalDate date = wall(instant).toLocalDate();
        return momentsAfter(instant).stream().filter(moment -> wall(moment).toLocalDate().isAfter(date)).findFirst()
            .orElseThrow(() -> new DateTimeException("No day after " + date + " in " + zone));
    }

    /**
     * The next days, each from its first instant to that of the next one. A date that the zone skips is left out.
     *
     * @param from an instant of the first day
     * @param count how many, 1 to 14
     * @return what is worked on each
     */
    public List<DayPlan> days(Instant from, int count) {
        LocalDate first = wall(from).toLocalDate();
        return IntStream.range(0, count).mapToObj(first::plusDays).map(this::day).filter(day -> day.starts().isBefore(day.ends())).toList();
    }

    private DayPlan day(LocalDate date) {
        Instant starts = date.atStartOfDay(zone).toInstant();
        Instant ends = date.plusDays(1).atStartOfDay(zone).toInstant();
        List<Span> spans = new ArrayList<>();
        Instant from = starts;
        while (from.isBefore(ends)) {
            Instant to = changeAfter(from).filter(ends::isAfter).orElse(ends);
            if (holdsAt(from)) {
                spans.add(new Span(from, to));
            }
            from = to;
        }
        return new DayPlan(date, zone, starts, ends, spans, daysOff.meeting(starts, ends, zone));
    }

    /**
     * The blocks as spans of time. A block is one span, or several where the zone repeats a part of it.
     *
     * @param from the first instant of the period
     * @param to the first instant after the period
     * @return in order, cut to the period; blocks that touch are two spans
     */
    public List<Span> blocksBetween(Instant from, Instant to) {
        List<Span> spans = new ArrayList<>();
        Optional<Occurrence> held = occurrence(from);
        Instant since = from;
        for (Instant moment : moments(from, to).headSet(to, false)) {
            Optional<Occurrence> holds = occurrence(moment);
            if (!holds.equals(held)) {
                if (held.isPresent()) {
                    spans.add(new Span(since, moment));
                }
                held = holds;
                since = moment;
            }
        }
        if (held.isPresent() && since.isBefore(to)) {
            spans.add(new Span(since, to));
        }
        return spans;
    }

    private NavigableSet<Instant> momentsAfter(Instant instant) {
        return moments(instant, instant.plus(FAR));
    }

    /** All later instants before {@code far} at which the result can change: edges of blocks and days off, midnights, changes of clocks. */
    private NavigableSet<Instant> moments(Instant instant, Instant far) {
        TreeSet<Instant> moments = new TreeSet<>();
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition transition = rules.nextTransition(instant);
        while (transition != null && transition.getInstant().isBefore(far)) {
            moments.add(transition.getInstant());
            transition = rules.nextTransition(transition.getInstant());
        }
        LocalDate last = wall(far).toLocalDate();
        for (LocalDate date = wall(instant).toLocalDate().minusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
            edges(date).forEach(edge -> rules.getValidOffsets(edge).forEach(offset -> moments.add(edge.toInstant(offset))));
        }
        moments.addAll(daysOff.edges(instant, far, zone));
        // The blocks of the last day reach beyond the period, where nobody has looked for the edges of days off.
        return moments.headSet(far, false).tailSet(instant, false);
    }

    private Stream<LocalDateTime> edges(LocalDate date) {
        return Stream.concat(Stream.of(0), blocks.stream().filter(block -> block.day() == date.getDayOfWeek())
            .flatMap(block -> Stream.of(block.startMinute(), block.endMinute())))
            .map(minute -> date.atTime(LocalTime.MIN).plusMinutes(minute));
    }
}
