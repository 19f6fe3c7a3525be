package org.agentinbox.hours;

import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

/**
 * A time off in local time: whole days, or hours. It holds at an instant when that instant's local date and time lie in it, the start
 * included, the end not. So, as with {@link Block}, a local time that the zone skips is no time off, one that it repeats is twice, and a
 * time off that begins in skipped hours begins with the first hour after them.
 *
 * @param name what people call it, 1 to 100 characters
 * @param from its first minute
 * @param to the first minute after it; midnight where it ends with a day
 * @param zone of these times; null for the time of each agent who is off, wherever they are
 */
public record DayOff(String name, LocalDateTime from, LocalDateTime to, ZoneId zone) implements Comparable<DayOff>, Serializable {

    /** The most characters (Unicode code points) of a name. */
    public static final int LONGEST_NAME = 100;
    /** Ten years, those with a leap day included. */
    private static final Duration LONGEST = Duration.ofDays(3_653);
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;
    private static final Comparator<DayOff> ORDER = Comparator.comparing(DayOff::from).thenComparing(DayOff::to)
        .thenComparing(DayOff::name).thenComparing(day -> day.zone == null ? "" : day.zone.getId());

    /**
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD} of {@code name}; of {@code from} where it is missing,
     *     not a whole minute or not of this or the next century; of {@code to} where it is so, or not after the start, or more than ten
     *     years after it
     */
    public DayOff {
        name = TextRules.line("name", name, LONGEST_NAME);
        if (name == null) {
            throw RefusedException.ofField("name", "1 to " + LONGEST_NAME + " characters");
        }
        check("from", from);
        check("to", to);
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw RefusedException.ofField("to", "after the start, and at most ten years");
        }
    }

    private static void check(String field, LocalDateTime time) {
        if (time == null || time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR || time.getSecond() != 0 || time.getNano() != 0) {
            throw RefusedException.ofField(field, "a whole minute of the years " + FIRST_YEAR + " to " + LAST_YEAR);
        }
    }

    /**
     * @param name what people call it
     * @param first the first day
     * @param last the last day, which may be the first
     * @return whole days, for everybody by their own clock
     */
    public static DayOff days(String name, LocalDate first, LocalDate last) {
        return new DayOff(name, first == null ? null : first.atStartOfDay(), last == null ? null : last.plusDays(1).atStartOfDay(), null);
    }

    /** @return whether it is made of whole days, each by the clock of who is off */
    public boolean isWholeDays() {
        return zone == null && from.toLocalTime().equals(LocalTime.MIDNIGHT) && to.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** @return the last day of which it takes anything */
    public LocalDate last() {
        return to.minusNanos(1).toLocalDate();
    }

    /** @return the zone by which it is off, for somebody who lives in a zone */
    ZoneId zoneFor(ZoneId own) {
        return Optional.ofNullable(zone).orElse(own);
    }

    /** @return whether this local time, in {@link #zoneFor}, lies in it */
    boolean contains(LocalDateTime wall) {
        return !wall.isBefore(from) && wall.isBefore(to);
    }

    @Override
    public int compareTo(DayOff other) {
        return ORDER.compare(this, other);
    }
}
