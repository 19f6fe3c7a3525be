package org.agentinbox.routing;

/** A visitor begins to wait in the queue, or is back in it. */
public record ChatQueued(QueuePlace place) {}
