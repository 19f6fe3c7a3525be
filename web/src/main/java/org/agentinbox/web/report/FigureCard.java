package org.agentinbox.web.report;

/**
 * A figure of the whole range.
 *
 * @param name what it is
 * @param value as people read it
 * @param change compared with the range before, or empty
 */
public record FigureCard(String name, String value, String change) {}
