package org.agentinbox.meeting;

import java.time.Instant;
import java.util.UUID;

/**
 * A visitor wants a slot.
 *
 * @param agentId whose
 * @param start of the slot
 * @param conversationId in which the agent's calendar was shared
 * @param clientId names the act: the same one again gets the same meeting
 * @param name what the visitor calls themselves, or null: as known
 * @param email where the invitation goes, or null: as known
 * @param zone IANA name of the zone in which the visitor chose, or null: as known
 */
public record BookingRequest(UUID agentId, Instant start, UUID conversationId, UUID clientId, String name, String email, String zone) {}
