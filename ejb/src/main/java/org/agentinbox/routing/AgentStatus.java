package org.agentinbox.routing;

import org.agentinbox.availability.AvailabilityView;

/**
 * What an administrator sees of an agent at work.
 *
 * @param availability whether chats may be offered, why, and until when
 * @param reachable whether the agent has an open inbox or another way to be told of an offer
 * @param chats live chats, pending offers counted
 * @param most how many an agent may have
 */
public record AgentStatus(AvailabilityView availability, boolean reachable, int chats, int most) {}
