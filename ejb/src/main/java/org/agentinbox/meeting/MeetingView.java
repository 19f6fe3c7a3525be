package org.agentinbox.meeting;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.account.Person;

/**
 * A meeting of an agent and a visitor.
 *
 * @param id never changes; its UID in calendars is {@link #uid}
 * @param agent whose calendar it is in
 * @param visitorId null once the visitor was purged
 * @param conversationId in which it was booked; it may have been purged
 * @param sequence 0 when booked; rises with each move and with the cancellation (RFC 5545, section 3.8.7.4)
 * @param start its first instant
 * @param end the first instant after it
 * @param name the visitor's, or null
 * @param email the visitor's
 * @param company the visitor's, or null
 * @param locale the visitor's language, BCP 47, or null
 * @param timeZone IANA name of the zone in which the visitor booked, or null
 * @param createdAt when it was booked
 * @param changedAt when it was last booked, moved or cancelled
 */
public record MeetingView(
    UUID id,
    Person agent,
    UUID visitorId,
    UUID conversationId,
    MeetingState state,
    int sequence,
    Instant start,
    Instant end,
    String name,
    String email,
    String company,
    String locale,
    String timeZone,
    Instant createdAt,
    Instant changedAt) {

    /** @return its UID in calendars, which never changes (RFC 5545, section 3.8.4.7) */
    public String uid() {
        return id + "@agentinbox";
    }

    /** @return whether it takes place, or did */
    public boolean isBooked() {
        return state == MeetingState.BOOKED;
    }

    /**
     * @param now the instant
     * @return whether it has ended by then
     */
    public boolean isPast(Instant now) {
        return !end.isAfter(now);
    }
}
