package org.agentinbox.meeting.caldav;

/** Why a calendar server could not be used. */
public enum CalendarProblem {
    /** The address is none that may be called: not https, or inside our own network. */
    ADDRESS,
    /** Nobody answers there. */
    UNREACHABLE,
    /** It did not answer in time. */
    SLOW,
    /** It does not take this user name and password. */
    PASSWORD,
    /** There is nothing at that address, or not any more. */
    NOT_FOUND,
    /** There are no calendars for this user. */
    NO_CALENDARS,
    /** What it answered is no CalDAV. */
    NONSENSE,
    /** It answered more than we take. */
    TOO_LARGE,
    /** It sends us to another server, to which the password must not go unasked. */
    ELSEWHERE,
    /** It said that it cannot. */
    SERVER,
    /** The password cannot be read any more: the installation's key is another one. */
    KEY
}
