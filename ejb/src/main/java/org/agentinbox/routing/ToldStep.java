package org.agentinbox.routing;

import java.time.Instant;

/**
 * A step of the story of a request, with its time.
 *
 * @param at when it happened; null in a preview
 * @param step what happened; names of agents are added to their ids
 */
public record ToldStep(Instant at, RoutingStep step) {}
