package org.agentinbox.meeting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.agentinbox.hours.Block;
import org.agentinbox.hours.Span;

/**
 * The rules of slots once more, slow and obvious: looks at the clock on the wall each minute, as a person would, and knows nothing of
 * transitions, gaps and overlaps. Wants whole minutes.
 */
final class SlotModel {

    private final SlotRules rules;
    private final List<Span> taken;
    private final Map<Instant, Long> since = new HashMap<>();

    SlotModel(SlotRules rules, List<Span> taken) {
        this.rules = rules;
        this.taken = taken;
    }

    /** The block that the clock shows, with its date; null for none. */
    private String shown(Instant minute) {
        LocalDateTime wall = LocalDateTime.ofInstant(minute, rules.hours().zone());
        int time = wall.getHour() * 60 + wall.getMinute();
        for (Block block : rules.hours().blocks()) {
            if (block.day() == wall.getDayOfWeek() && block.startMinute() <= time && time < block.endMinute()) {
                return wall.toLocalDate() + " " + block;
            }
        }
        return null;
    }

    boolean isWorked(Instant minute) {
        return shown(minute) != null;
    }

    private boolean isTaken(Instant minute) {
        return taken.stream().anyMatch(span -> !minute.isBefore(span.from()) && minute.isBefore(span.to()));
    }

    /** How long the block has lasted: one minute more than a minute ago, as long as it is the same. */
    private long since(Instant minute) {
        Long known = since.get(minute);
        if (known == null) {
            Instant before = minute.minus(1, ChronoUnit.MINUTES);
            known = shown(minute).equals(shown(before)) ? since(before) + 1 : 0;
            since.put(minute, known);
        }
        return known;
    }

    private boolean isOnStep(Instant minute) {
        return since(minute) % rules.step().toMinutes() == 0;
    }

    private boolean isFree(Instant start, Instant now) {
        if (start.isBefore(now.plus(rules.notice())) || !start.isBefore(now.plus(rules.horizon())) || !isWorked(start)
            || !isOnStep(start)) {
            return false;
        }
        for (long minute = 0; minute < rules.length().plus(rules.buffer()).toMinutes(); minute++) {
            Instant at = start.plus(minute, ChronoUnit.MINUTES);
            if (isTaken(at) || minute < rules.length().toMinutes() && !isWorked(at)) {
                return false;
            }
        }
        return true;
    }

    List<Span> free(Instant now, Instant from, Instant to) {
        List<Span> free = new ArrayList<>();
        for (Instant minute = from; minute.isBefore(to); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            if (isFree(minute, now)) {
                free.add(new Span(minute, minute.plus(rules.length())));
            }
        }
        return free;
    }
}
