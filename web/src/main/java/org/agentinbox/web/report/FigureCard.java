package org.agentinbox.web.report;

/**
 * A figure of the whole period.
 *
 * @param name what it is
 * @param value as people read it
 * @param change against the period before, or empty
 */
public record FigureCard(String name, String value, String change) {}
