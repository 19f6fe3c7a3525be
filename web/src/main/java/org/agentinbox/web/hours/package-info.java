/**
 * The editor and the preview of a week's hours, for live chats and for meetings: times as typed, days drawn as bars, time zones. Text that
 * is wrong is kept, so that it can be corrected. The rules are in {@code org.agentinbox.hours}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link HoursEditor}, {@link HoursWeek}, {@link HoursDay}, {@link HoursRow}, {@link ClockTime}, {@link DayBars},
 * {@link TimeZones}, {@link ZoneChoice}.
 */
package org.agentinbox.web.hours;
