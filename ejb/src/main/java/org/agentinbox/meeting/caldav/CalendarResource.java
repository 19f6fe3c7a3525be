package org.agentinbox.meeting.caldav;

/**
 * A calendar object on a server.
 *
 * @param href its address
 * @param etag of this state of it, or null where the server says none
 * @param text iCalendar
 */
record CalendarResource(String href, String etag, String text) {}
