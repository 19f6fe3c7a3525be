package org.agentinbox.web.hours;

/**
 * A time zone to choose.
 *
 * @param id its IANA name
 * @param name the name of its time in the reader's language
 * @param offset from UTC, now
 */
public record ZoneChoice(String id, String name, String offset) {}
