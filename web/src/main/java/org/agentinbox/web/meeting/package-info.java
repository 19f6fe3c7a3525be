/**
 * Calendars and meetings: REST for the widget and the inbox, the pages, and what the link in an email opens.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link MeetingsResource}, {@link MeetingJson}, {@link CalendarsResource}, {@link MeetingSettingsPage},
 * {@link CalendarConnectionPage}, {@link MeetingsPage}, {@link MeetingLinkServlet}, {@link MeetingLinkPage}.
 */
package org.agentinbox.web.meeting;
