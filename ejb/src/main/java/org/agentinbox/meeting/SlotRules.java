package org.agentinbox.meeting;

import java.time.Duration;

import org.agentinbox.hours.Schedule;

/**
 * What an agent has set for meetings.
 *
 * @param hours the weekly blocks in which they take place, by the clock on the agent's wall
 * @param length of a meeting
 * @param buffer how long the agent stays free after one
 * @param notice how long before its start a slot can be booked at the latest
 * @param horizon how far ahead a slot may begin
 */
public record SlotRules(Schedule hours, Duration length, Duration buffer, Duration notice, Duration horizon) {

    private static final Duration LONGEST_STEP = Duration.ofMinutes(30);

    /** From one start to the next within a block: full and half hours for long meetings, back to back for short ones. */
    Duration step() {
        return length.compareTo(LONGEST_STEP) < 0 ? length : LONGEST_STEP;
    }
}
