package org.agentinbox.routing.rule;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

import org.agentinbox.platform.RefusedException;

/**
 * A part of the day. Where the end is not after the beginning, it goes on past midnight.
 *
 * @param from the first moment
 * @param to the first moment that does not belong to it
 */
record DayTimes(LocalTime from, LocalTime to) {

    /** @param typed such as {@code 09:00-17:30} */
    static DayTimes parse(String typed) {
        String[] ends = typed.split("-", -1);
        try {
            if (ends.length == 2) {
                DayTimes times = new DayTimes(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
                if (!times.from.equals(times.to)) {
                    return times;
                }
            }
        } catch (DateTimeParseException e) {
            // Refused below.
        }
        throw RefusedException.ofField("value", "two times of day such as 09:00-17:30");
    }

    boolean contains(LocalTime time) {
        boolean afterBegin = !time.isBefore(from);
        boolean beforeEnd = time.isBefore(to);
        return from.isBefore(to) ? afterBegin && beforeEnd : afterBegin || beforeEnd;
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
