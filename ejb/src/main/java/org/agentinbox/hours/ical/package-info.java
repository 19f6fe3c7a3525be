/**
 * When the events of iCalendar objects (RFC 5545) take place that other people's programs wrote.
 *
 * <p>Invariants: times are by the clocks that an event names, by Java's zones where it knows them; what an object says of a zone's clocks
 * is believed only where some clock could do so; no rule gives more than some ten thousand occurrences.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link ZoneRules}, {@link EventTimes}, {@link Occurrences}.
 */
package org.agentinbox.hours.ical;
