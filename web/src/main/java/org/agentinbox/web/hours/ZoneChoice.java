package org.agentinbox.web.hours;

/**
 * A time zone to choose.
 *
 * @param id its IANA name
 * @param name what people call its time
 * @param offset from UTC, now
 */
public record ZoneChoice(String id, String name, String offset) {}
