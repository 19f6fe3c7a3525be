package org.agentinbox.hours;

/**
 * What is wrong with a block of a schedule.
 *
 * @param index its place in the list that was given, from 0 on
 * @param kind what is wrong
 */
public record ScheduleProblem(int index, Kind kind) {

    /** What can be wrong. */
    public enum Kind {
        /** It ends at its start or before, or is outside the day. */
        ENDS_BEFORE_START,
        /** It begins before an earlier one of the same day has ended. Touching is allowed. */
        OVERLAPS
    }
}
