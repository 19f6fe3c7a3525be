package org.agentinbox.meeting;

import java.util.UUID;

/**
 * Which meetings somebody wants to see.
 *
 * @param agentId whose, or null: everybody's that the caller may see
 * @param when by time
 * @param text what has to be in name, email or company, or null
 * @param offset how many to pass over
 */
public record MeetingFilter(UUID agentId, When when, String text, int offset) {

    /** Which by time. */
    public enum When {
        /** Not over yet, soonest first. */
        UPCOMING,
        /** Over, latest first. */
        PAST,
        /** All, latest first. */
        ALL
    }
}
