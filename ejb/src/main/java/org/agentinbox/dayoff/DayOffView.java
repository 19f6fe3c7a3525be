package org.agentinbox.dayoff;

import java.io.Serializable;
import java.util.UUID;

import org.agentinbox.hours.DayOff;

/**
 * A stored day off.
 *
 * @param id of it
 * @param version rises with each change
 * @param scope whose kind it is
 * @param accountId whose; null for everybody's
 * @param person the same as people see them; null for everybody's
 * @param dayOff when, and what it is called
 * @param imported whether it was read from a calendar file
 */
public record DayOffView(UUID id, int version, DayOffScope scope, UUID accountId, String person, DayOff dayOff, boolean imported)
    implements Serializable {}
