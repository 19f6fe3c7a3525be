package org.agentinbox.hours;

/**
 * What is wrong with a block of a schedule.
 *
 * @param index its index in the list that was given, from 0 on
 * @param kind what is wrong
 */
public record ScheduleProblem(int index, Kind kind) {

    /** The kinds of problems. */
    public enum Kind {
        /** The block ends at its start or before, or exceeds the day. */
        ENDS_BEFORE_START,
        /** The block begins before an earlier one of the same day has ended. Touching is allowed. */
        OVERLAPS
    }
}
