package org.agentinbox.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.agentinbox.availability.Availability.Ends;
import org.agentinbox.availability.Availability.Source;
import org.agentinbox.hours.Block;
import org.agentinbox.hours.DayOff;

/**
 * The rules of availability once more, slow and obvious: looks at the clock on the wall each minute, as a person would, and
 * knows nothing of transitions, gaps and overlaps.
 */
final class MinuteModel {

    private static final int MOST_MINUTES = 36 * 24 * 60;

    private final ZoneId zone;
    private final List<Block> blocks;
    private final List<DayOff> daysOff;

    MinuteModel(ZoneId zone, List<Block> blocks, List<DayOff> daysOff) {
        this.zone = zone;
        this.blocks = blocks;
        this.daysOff = daysOff.stream().sorted().toList();
    }

    private LocalDateTime wall(Instant minute) {
        return LocalDateTime.ofInstant(minute, zone);
    }

    /** The block that the clock shows, with the date so that next week's is another one; null for none. */
    private String shown(Instant minute) {
        if (off(minute) != null) {
            return null;
        }
        LocalDateTime wall = wall(minute);
        int time = wall.getHour() * 60 + wall.getMinute();
        for (Block block : blocks) {
            if (block.day() == wall.getDayOfWeek() && block.startMinute() <= time && time < block.endMinute()) {
                return wall.toLocalDate() + " " + block;
            }
        }
        return null;
    }

    /** What the person who looks at the clock has off, by the clock on their wall or by that of another place. */
    private String off(Instant minute) {
        for (DayOff day : daysOff) {
            LocalDateTime wall = LocalDateTime.ofInstant(minute, day.zone() == null ? zone : day.zone());
            if (!wall.isBefore(day.from()) && wall.isBefore(day.to())) {
                return day.name();
            }
        }
        return null;
    }

    boolean holds(Instant instant) {
        return shown(instant.truncatedTo(ChronoUnit.MINUTES)) != null;
    }

    private boolean starts(Instant minute) {
        String now = shown(minute);
        return now != null && !now.equals(shown(minute.minus(1, ChronoUnit.MINUTES)));
    }

    private static Instant nextMinute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    /** Watches the clock from the switch on, until the schedule rules again; null: never. */
    Instant end(AvailabilityOverride override) {
        LocalDate date = wall(override.at()).toLocalDate();
        Instant minute = nextMinute(override.at());
        for (int i = 0; i < MOST_MINUTES; i++) {
            if (starts(minute) || override.available() && wall(minute).toLocalDate().isAfter(date)) {
                return minute;
            }
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return null;
    }

    private Instant change(Instant now) {
        Instant minute = nextMinute(now);
        for (int i = 0; i < MOST_MINUTES; i++) {
            if (holds(minute) != holds(now)) {
                return minute;
            }
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return null;
    }

    Availability at(AvailabilityOverride override, Instant now) {
        Instant end = override == null ? null : end(override);
        if (override != null && (end == null || now.isBefore(end))) {
            return new Availability(override.available(), Source.OVERRIDE, end,
                end == null ? null : starts(end) ? Ends.BLOCK_START : Ends.MIDNIGHT, end == null ? null : holds(end));
        }
        Instant change = change(now);
        boolean available = holds(now);
        return new Availability(available, Source.SCHEDULE, change,
            change == null ? null : available ? Ends.BLOCK_END : Ends.BLOCK_START, change == null ? null : !available,
            off(now.truncatedTo(ChronoUnit.MINUTES)));
    }

    /** Watches until somebody who is not available becomes so; null: never. */
    Instant begins(AvailabilityOverride override, Instant now) {
        Instant end = override == null ? Instant.MIN : end(override);
        boolean before = available(override, end, now);
        Instant minute = nextMinute(now);
        for (int i = 0; i < MOST_MINUTES; i++) {
            boolean after = available(override, end, minute);
            if (after && !before) {
                return minute;
            }
            before = after;
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return null;
    }

    private boolean available(AvailabilityOverride override, Instant end, Instant at) {
        return end == null || at.isBefore(end) ? override.available() : holds(at);
    }

    /** Watches until what a page says of this state is no longer so; null: never. */
    Instant changes(AvailabilityOverride override, Instant now) {
        Availability state = at(override, now);
        Instant minute = nextMinute(now);
        for (int i = 0; i < MOST_MINUTES; i++) {
            if (minute.equals(state.until())
                || state.source() == Source.SCHEDULE && !state.available() && !Objects.equals(off(minute), state.dayOff())) {
                return minute;
            }
            minute = minute.plus(1, ChronoUnit.MINUTES);
        }
        return null;
    }
}
