package org.agentinbox.meeting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.agentinbox.hours.Span;

/**
 * When an agent can be met: a pure function of what they set, of what is taken, and of the instant. A slot begins with a block or by
 * whole steps after its begin, lies in blocks by the clock on the agent's wall from its first to its last instant (blocks that touch are
 * one
 * for it), and leaves room for the buffer before whatever comes next. As in {@link org.agentinbox.hours.Schedule}, what the zone skips
 * is not worked and what it repeats is worked twice; the length of a slot is real time.
 */
public final class Slots {

    /** Longer than any block: a day of the calendar that its zone repeats. */
    private static final Duration LONGEST_BLOCK = Duration.ofDays(2);

    private Slots() {}

    /**
     * @param rules what the agent set
     * @param taken when the agent has no time: meetings with their buffers, and what the connected calendar says; in any order, may overlap
     * @param now the instant
     * @param from the first instant at which a slot may begin
     * @param to the first one at which none may begin any more
     * @return the free slots, in order; they may overlap each other where one excludes the other
     */
    public static List<Span> free(SlotRules rules, List<Span> taken, Instant now, Instant from, Instant to) {
        Instant first = later(from, now.plus(rules.notice()));
        Instant last = earlier(to, now.plus(rules.horizon()));
        if (!first.isBefore(last)) {
            return List.of();
        }
        List<Span> blocks = rules.hours().blocksBetween(first.minus(LONGEST_BLOCK), last.plus(rules.length()));
        TreeMap<Instant, Instant> worked = joined(blocks);
        TreeMap<Instant, Instant> busy = joined(taken);
        List<Span> free = new ArrayList<>();
        for (Span block : blocks) {
            for (Instant start = block.from(); start.isBefore(block.to()) && start.isBefore(last); start = start.plus(rules.step())) {
                Span slot = new Span(start, start.plus(rules.length()));
                if (!start.isBefore(first) && covers(worked, slot) && !meets(busy, new Span(start, slot.to().plus(rules.buffer())))) {
                    free.add(slot);
                }
            }
        }
        return free;
    }

    /**
     * @param start of the wanted slot
     * @return whether it is one of {@link #free}
     */
    public static boolean isFree(SlotRules rules, List<Span> taken, Instant now, Instant start) {
        return free(rules, taken, now, start, start.plusNanos(1)).stream().anyMatch(slot -> slot.from().equals(start));
    }

    /** Begins with ends, of spans that neither touch nor overlap. */
    private static TreeMap<Instant, Instant> joined(List<Span> spans) {
        TreeMap<Instant, Instant> joined = new TreeMap<>();
        for (Span span : spans.stream().filter(s -> s.from().isBefore(s.to())).sorted(Comparator.comparing(Span::from)).toList()) {
            Map.Entry<Instant, Instant> before = joined.lastEntry();
            if (before != null && !before.getValue().isBefore(span.from())) {
                joined.put(before.getKey(), later(before.getValue(), span.to()));
            } else {
                joined.put(span.from(), span.to());
            }
        }
        return joined;
    }

    private static boolean covers(TreeMap<Instant, Instant> spans, Span wanted) {
        Map.Entry<Instant, Instant> around = spans.floorEntry(wanted.from());
        return around != null && !around.getValue().isBefore(wanted.to());
    }

    private static boolean meets(TreeMap<Instant, Instant> spans, Span wanted) {
        Map.Entry<Instant, Instant> nearest = spans.lowerEntry(wanted.to());
        return nearest != null && nearest.getValue().isAfter(wanted.from());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
