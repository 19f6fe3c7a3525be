package org.agentinbox.availability;

import java.time.Instant;
import java.util.UUID;

/**
 * Whether an agent is available, and why.
 *
 * @param agentId whose
 * @param available whether new chats may be offered
 * @param source what decides
 * @param until when that ends, or null: when somebody changes it
 * @param next what comes then, or null
 */
public record AvailabilityView(UUID agentId, boolean available, Source source, Instant until, Boolean next) {

    /** What decides. */
    public enum Source {
        /** The weekly hours. */
        SCHEDULE,
        /** The agent's own switch. */
        OVERRIDE
    }
}
