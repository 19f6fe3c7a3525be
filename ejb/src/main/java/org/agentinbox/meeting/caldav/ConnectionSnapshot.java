package org.agentinbox.meeting.caldav;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * What is known of a connection when work on it begins.
 *
 * @param id of the connection
 * @param accountId whose
 * @param credentials null where the password cannot be read
 * @param calendar null where none is chosen
 * @param zone of the clock on its owner's wall
 * @param syncToken of the last look, or null
 * @param lookedUntil up to when busy times are known, or null
 * @param problem why it did not work last time; null where it did
 * @param events what we wrote there
 */
record ConnectionSnapshot(UUID id, UUID accountId, URI address, Credentials credentials, URI calendar, ZoneId zone, String syncToken,
    Instant lookedUntil, CalendarProblem problem,
    List<CalendarEvent.Known> events) {}
