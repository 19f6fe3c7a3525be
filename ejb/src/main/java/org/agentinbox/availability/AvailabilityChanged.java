package org.agentinbox.availability;

/** What is in force for an agent has changed: whether they are available, why, or until when. */
public record AvailabilityChanged(AvailabilityView availability) {}
