/**
 * The hours of a week as people edit and see them, for live chats and for meetings: times as they are written, days drawn as bars, time
 * zones. Nothing that somebody wrote is dropped because it is wrong. Rules are those of {@code org.agentinbox.hours}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link HoursWeek}, {@link HoursDay}, {@link HoursRow}, {@link ClockTime}, {@link DayBars}, {@link TimeZones},
 * {@link ZoneChoice}.
 */
package org.agentinbox.web.hours;
