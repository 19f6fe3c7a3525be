package org.agentinbox.web.report;

/**
 * An option that can be chosen.
 *
 * @param value in the address
 * @param name as people read it
 * @param chosen whether it is chosen now
 */
public record Choice(String value, String name, boolean chosen) {}
