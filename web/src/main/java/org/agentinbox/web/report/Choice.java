package org.agentinbox.web.report;

/**
 * Something that can be chosen.
 *
 * @param value in an address
 * @param name as people read it
 * @param chosen whether it is
 */
public record Choice(String value, String name, boolean chosen) {}
