package org.agentinbox.hours;

import java.time.Instant;

/**
 * A span of time.
 *
 * @param from its first instant
 * @param to the first instant after it
 */
public record Span(Instant from, Instant to) {}
