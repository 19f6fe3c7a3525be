package org.agentinbox.meeting;

import java.time.Duration;

import org.agentinbox.hours.DaysOff;
import org.agentinbox.hours.Schedule;

/**
 * The part of an agent's settings from which slots are computed.
 *
 * @param hours the weekly blocks in which meetings take place, in the agent's local time
 * @param length of a meeting
 * @param buffer how long no other meeting may follow one
 * @param notice how long before its start a slot can be booked at the latest
 * @param horizon how far ahead a slot may begin
 */
public record SlotRules(Schedule hours, Duration length, Duration buffer, Duration notice, Duration horizon) {

    private static final Duration LONGEST_STEP = Duration.ofMinutes(30);

    /** The same without the hours of days off. */
    SlotRules without(DaysOff daysOff) {
        return new SlotRules(hours.without(daysOff), length, buffer, notice, horizon);
    }

    /** The time between the starts of two slots in a block: the length of a meeting, at most half an hour. */
    Duration step() {
        return length.compareTo(LONGEST_STEP) < 0 ? length : LONGEST_STEP;
    }
}
