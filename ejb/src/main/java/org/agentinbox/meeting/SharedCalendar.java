package org.agentinbox.meeting;

import java.time.Instant;

import org.agentinbox.account.Person;

/**
 * A calendar that can be shared.
 *
 * @param agent whose
 * @param lengthMinutes the length of a meeting
 * @param nextFree when the next free slot begins; null where none is free
 */
public record SharedCalendar(Person agent, int lengthMinutes, Instant nextFree) {}
