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
 * @param zone the agent's time zone
 * @param slots in order
 * @param fallback the agent's text for visitors where there is no slot; null for the standard text
 */
public record SlotsView(Person agent, int lengthMinutes, ZoneId zone, List<Span> slots, String fallback) {}
