package org.agentinbox.availability;

import java.time.Instant;
import java.util.UUID;

/**
 * Whether an agent is available, and why; see {@link Availability}.
 *
 * @param agentId whose
 * @param available whether new chats may be offered
 * @param source what decides
 * @param until when that ends; null where it holds until somebody changes it
 * @param ends what ends it, or null
 * @param next whether chats come then, or null
 * @param dayOff the name of the day off for which chats do not come, or null
 */
public record AvailabilityView(UUID agentId, boolean available, Availability.Source source, Instant until, Availability.Ends ends,
    Boolean next, String dayOff) {

    static AvailabilityView of(UUID agentId, Availability a) {
        return new AvailabilityView(agentId, a.available(), a.source(), a.until(), a.ends(), a.next(), a.dayOff());
    }
}
