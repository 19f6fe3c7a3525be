package org.agentinbox.meeting;

import java.util.UUID;

/**
 * A search among meetings.
 *
 * @param agentId whose; null for everybody's that the caller may see
 * @param when past or future ones
 * @param text must occur in the name, email or company; or null
 * @param offset how many to skip
 */
public record MeetingFilter(UUID agentId, When when, String text, int offset) {

    /** Which meetings by time. */
    public enum When {
        /** Not over yet, soonest first. */
        UPCOMING,
        /** Over, latest first. */
        PAST,
        /** All, latest first. */
        ALL
    }
}
