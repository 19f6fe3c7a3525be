package org.agentinbox.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The times on one date at which the weekly hours make an agent available.
 *
 * @param date the local date in the zone
 * @param zone the agent's time zone
 * @param starts the first instant of the day
 * @param ends the first instant of the next day
 * @param spans when the hours make the agent available, in order
 * @param daysOff the days off that take anything of this date, whether it would be worked or not
 */
public record DayPlan(LocalDate date, ZoneId zone, Instant starts, Instant ends, List<Span> spans, List<DayOff> daysOff) {

    /** @return the length of the day: 24 hours, except on days on which the clocks change */
    public Duration length() {
        return Duration.between(starts, ends);
    }

    /** @return whether the clocks change on this day, so that it is shorter or longer than others */
    public boolean isClockChange() {
        return !length().equals(Duration.ofHours(24));
    }
}
