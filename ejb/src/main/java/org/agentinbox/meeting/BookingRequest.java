package org.agentinbox.meeting;

import java.time.Instant;
import java.util.UUID;

/**
 * A visitor's request for a slot.
 *
 * @param agentId whose
 * @param start of the slot
 * @param conversationId in which the agent's calendar was shared
 * @param clientId names the act: the same one again gets the same meeting
 * @param name what the visitor calls themselves; null to use the known name
 * @param email where the invitation goes; null to use the known address
 * @param zone IANA name of the zone in which the visitor chose; null to use the known zone
 */
public record BookingRequest(UUID agentId, Instant start, UUID conversationId, UUID clientId, String name, String email, String zone) {}
