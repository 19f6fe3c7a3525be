package org.agentinbox.meeting;

import java.time.ZoneId;
import java.util.List;

import org.agentinbox.account.Person;
import org.agentinbox.hours.Span;

/**
 * When an agent can be met.
 *
 * @param agent whose slots
 * @param lengthMinutes of each
 * @param zone of the clock on the agent's wall
 * @param slots in order
 * @param fallback what the agent wants said where there is none; null: the standard text
 */
public record SlotsView(Person agent, int lengthMinutes, ZoneId zone, List<Span> slots, String fallback) {}
