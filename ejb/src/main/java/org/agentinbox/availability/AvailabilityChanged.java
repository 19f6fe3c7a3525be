package org.agentinbox.availability;

/** An agent became available or unavailable. */
public record AvailabilityChanged(AvailabilityView availability) {
}
