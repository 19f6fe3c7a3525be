package org.agentinbox.hours;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Days off that cut the hours of a week, in any number; they may overlap and touch. Asking about an instant costs a look-up in a tree,
 * however many there are: routing asks for every agent.
 */
public final class DaysOff {

    private static final DaysOff NONE = new DaysOff(List.of());

    private final List<DayOff> all;
    /** Spans that neither meet nor touch, from begin to end, by their zone; empty for the zone of who is off. */
    private final Map<Optional<ZoneId>, NavigableMap<LocalDateTime, LocalDateTime>> spans = new HashMap<>();

    private DaysOff(Collection<DayOff> days) {
        all = days.stream().sorted().toList();
        all.forEach(day -> join(spans.computeIfAbsent(Optional.ofNullable(day.zone()), zone -> new TreeMap<>()), day));
    }

    /** In the order of their begin. */
    private static void join(NavigableMap<LocalDateTime, LocalDateTime> joined, DayOff day) {
        Map.Entry<LocalDateTime, LocalDateTime> last = joined.lastEntry();
        if (last == null || last.getValue().isBefore(day.from())) {
            joined.put(day.from(), day.to());
        } else if (last.getValue().isBefore(day.to())) {
            joined.put(last.getKey(), day.to());
        }
    }

    /** @return no days off */
    public static DaysOff none() {
        return NONE;
    }

    /** @return these days off, in any order */
    public static DaysOff of(Collection<DayOff> days) {
        return days.isEmpty() ? NONE : new DaysOff(days);
    }

    /** @return these and others */
    public DaysOff and(Collection<DayOff> others) {
        return others.isEmpty() ? this : of(Stream.concat(all.stream(), others.stream()).toList());
    }

    /** @return each of them, by their begin */
    public List<DayOff> all() {
        return all;
    }

    private static LocalDateTime wall(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    /** @return whether somebody who lives in this zone is off then */
    boolean holdAt(Instant instant, ZoneId own) {
        return spans.entrySet().stream().anyMatch(zone -> {
            LocalDateTime wall = wall(instant, zone.getKey().orElse(own));
            Map.Entry<LocalDateTime, LocalDateTime> begun = zone.getValue().floorEntry(wall);
            return begun != null && wall.isBefore(begun.getValue());
        });
    }

    /** @return the day off that somebody who lives in this zone has then; of several the one that began first */
    Optional<DayOff> at(Instant instant, ZoneId own) {
        return holdAt(instant, own) ? all.stream().filter(day -> day.contains(wall(instant, day.zoneFor(own)))).findFirst()
            : Optional.empty();
    }

    /** @return those that take anything of a period, for somebody who lives in this zone, by their begin */
    List<DayOff> meeting(Instant from, Instant to, ZoneId own) {
        return all.stream().filter(day -> day.to().isAfter(wall(from, day.zoneFor(own))) && day.from().isBefore(end(to, day.zoneFor(own))))
            .toList();
    }

    /** At a midnight that is repeated, the clock shows the day before once more: what ends is told by its last moment. */
    private static LocalDateTime end(Instant to, ZoneId zone) {
        return wall(to.minusNanos(1), zone).plusNanos(1);
    }

    /** @return an instant by which all of them are over, in whatever zone; empty where there are none */
    Optional<Instant> over() {
        return all.stream().map(DayOff::to).max(LocalDateTime::compareTo).map(to -> to.toInstant(ZoneOffset.MIN));
    }

    /**
     * @param from the first instant of a period
     * @param to the first instant after it
     * @param own the zone of who is off
     * @return all instants in it at which somebody's being off can begin or end, in any order, and more of them
     */
    List<Instant> edges(Instant from, Instant to, ZoneId own) {
        List<Instant> edges = new ArrayList<>();
        spans.forEach((of, days) -> {
            ZoneId zone = of.orElse(own);
            LocalDateTime first = wall(from, zone).minusDays(2);
            Optional.ofNullable(days.floorEntry(first)).ifPresent(day -> add(edges, day.getValue(), zone));
            days.subMap(first, true, wall(to, zone).plusDays(2), true).forEach((begin, end) -> {
                add(edges, begin, zone);
                add(edges, end, zone);
            });
        });
        return edges.stream().filter(edge -> !edge.isBefore(from) && edge.isBefore(to)).toList();
    }

    /**
     * A local time that is skipped comes with the change of the clocks; one that is repeated comes twice, and holds again from the change.
     */
    private static void add(List<Instant> edges, LocalDateTime edge, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        rules.getValidOffsets(edge).forEach(offset -> edges.add(edge.toInstant(offset)));
        ZoneOffsetTransition change = rules.getTransition(edge);
        if (change != null) {
            edges.add(change.getInstant());
        }
    }

    /**
     * @param instant from when on
     * @param own the zone of who is off
     * @return the first later instant at which {@link #at} gives another one or none; empty where it never does
     */
    Optional<Instant> changeAfter(Instant instant, ZoneId own) {
        Optional<DayOff> now = at(instant, own);
        return all.stream().flatMap(day -> {
            List<Instant> edges = new ArrayList<>();
            add(edges, day.from(), day.zoneFor(own));
            add(edges, day.to(), day.zoneFor(own));
            return edges.stream();
        }).filter(instant::isBefore).sorted().filter(edge -> !at(edge, own).equals(now)).findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DaysOff days && days.all.equals(all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
