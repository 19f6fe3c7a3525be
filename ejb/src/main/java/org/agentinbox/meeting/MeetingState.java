package org.agentinbox.meeting;

/** The state of a meeting. A meeting that was moved is booked, at its new time. */
public enum MeetingState {
    /** It takes place, or did. */
    BOOKED,
    /** It does not take place; its slot is free again. */
    CANCELLED
}
