package org.agentinbox.meeting;

/**
 * A meeting was booked, moved or cancelled. Fired inside the transaction.
 *
 * @param meeting as it is now
 * @param kind what happened
 * @param by who did it
 */
public record MeetingChanged(MeetingView meeting, Kind kind, ChangedBy by) {

    /** What happened to a meeting. */
    public enum Kind {
        /** It is new. */
        BOOKED,
        /** It takes place at another time. */
        MOVED,
        /** It does not take place. */
        CANCELLED
    }
}
