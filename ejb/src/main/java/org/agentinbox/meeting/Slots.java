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
 * When an agent can be met: a pure function of their settings, of what is taken, and of the instant. A slot begins at the start of a block
 * or whole steps after it. In local time it lies within blocks from its first to its last instant (blocks that touch count as one), and it
 * leaves room for the buffer before the next taken time. As in {@link org.agentinbox.hours.Schedule}, a local time that the zone skips is
 * not worked, and one that it repeats is worked twice; the length of a slot is elapsed time. Days off cut
 * blocks, and what is left of a block is one, as for live chats.
 */
public final class Slots {

    /** Longer than any block: a calendar day that the zone repeats. */
    static final Duration LONGEST_BLOCK = Duration.ofDays(2);

    private Slots() {}

    /**
     * @param rules the agent's settings
     * @param taken when the agent has no time: meetings with their buffers, and busy times of the connected calendar; in any order, may
     * overlap
     * @param now the present instant
     * @param from the first instant at which a slot may begin
     * @param to the first instant at which none may begin any more
     * @return the free slots, in order; they may overlap, and booking one then excludes the others
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

    /** Merges spans that touch or overlap, as a map from begin to end. */
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
