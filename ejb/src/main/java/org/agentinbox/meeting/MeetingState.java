package org.agentinbox.meeting;

/** What became of a meeting. One that was moved is booked, at its new time. */
public enum MeetingState {
    /** It takes place, or has. */
    BOOKED,
    /** It does not; its slot is free again. */
    CANCELLED
}
