package org.agentinbox.meeting.caldav;

import java.time.Instant;
import java.util.List;

/**
 * An agent's connection to their calendar, as its owner sees it. The password is not in it.
 *
 * @param address as its owner gave it
 * @param found the calendars to choose from
 * @param calendarUrl the chosen one's address; null before
 * @param calendarName the chosen one's name; null before
 * @param syncedAt when what we know was last known to be so; null where it never was
 * @param problem why it does not work; null where it does
 * @param detail of the problem, or null
 * @param problemAt since when it does not work; null where it does
 * @param notice what the owner should read of a change that could not be followed, or null
 */
public record ConnectionView(State state, String address, String userName, List<FoundCalendar> found, String calendarUrl,
    String calendarName,
    Instant syncedAt, CalendarProblem problem, String detail, Instant problemAt, String notice) {

    /** How far it has come. */
    public enum State {
        /** We look for calendars at the address. */
        CONNECTING,
        /** None was found, see the problem; it is tried again. */
        FAILED,
        /** There are calendars to choose from. */
        CHOOSING,
        /** Busy times are known, and bookings are written. */
        CONNECTED,
        /** It was connected, and does not work at present; it is tried again. */
        LOST
    }
}
