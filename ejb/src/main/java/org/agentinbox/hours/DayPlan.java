package org.agentinbox.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What the weekly hours come to on one day.
 *
 * @param date of the clock on the agent's wall
 * @param zone of that clock
 * @param starts the first instant of the day
 * @param ends the first instant of the next day
 * @param spans exactly when the hours make the agent available, in order
 */
public record DayPlan(LocalDate date, ZoneId zone, Instant starts, Instant ends, List<Span> spans) {

    /** @return how long the day is: 24 hours, but for days on which the clocks change */
    public Duration length() {
        return Duration.between(starts, ends);
    }

    /** @return whether the clocks change on this day, so that it is shorter or longer than others */
    public boolean isClockChange() {
        return !length().equals(Duration.ofHours(24));
    }
}
