package org.agentinbox.web.hours;

/** What is wrong with a time that somebody wrote, or with the hours that two of them make. */
public enum HoursProblem {
    /** There is an end, and no start. */
    NO_START,
    /** There is a start, and no end. */
    NO_END,
    /** The start is no time. */
    UNREADABLE_START,
    /** The end is no time. */
    UNREADABLE_END,
    /** The end is not after the start. */
    ENDS_BEFORE_START,
    /** Other hours of the day are not over at the start. */
    OVERLAPS
}
