package org.agentinbox.dayoff;

import java.io.Serializable;
import java.util.UUID;

import org.agentinbox.hours.DayOff;

/**
 * A stored day off.
 *
 * @param id of it
 * @param version rises with each change
 * @param owner whose
 * @param name of the person or the team; null for everybody's
 * @param dayOff when, and what it is called
 * @param imported whether it was read from a calendar file
 */
public record DayOffView(UUID id, int version, DayOffOwner owner, String name, DayOff dayOff, boolean imported) implements Serializable {}
