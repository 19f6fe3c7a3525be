package org.agentinbox.meeting.caldav;

/**
 * A calendar on a server.
 *
 * @param url its address
 * @param name what its owner calls it
 */
public record FoundCalendar(String url, String name) {}
