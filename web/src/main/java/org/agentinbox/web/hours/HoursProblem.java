package org.agentinbox.web.hours;

/** What is wrong with a time that somebody typed, or with the hours of two times. */
public enum HoursProblem {
    /** There is an end but no start. */
    NO_START,
    /** There is a start but no end. */
    NO_END,
    /** The start cannot be read as a time. */
    UNREADABLE_START,
    /** The end cannot be read as a time. */
    UNREADABLE_END,
    /** The end is not after the start. */
    ENDS_BEFORE_START,
    /** The hours overlap others of the same day. */
    OVERLAPS
}
