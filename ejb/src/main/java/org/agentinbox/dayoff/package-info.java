/**
 * Days off of the whole site, of teams and of single people: whole days or hours with a name, written here or read from a calendar file.
 * What they do to availability is in {@code org.agentinbox.availability}; how they cut hours is in {@link org.agentinbox.hours.DaysOff}.
 *
 * <p>Invariants: times are local, those of the site and of teams by the clock of each agent, unless a calendar file named a zone. A
 * calendar file is imported as a whole or not at all, and the same event is there once however often it is imported. Only sales admins
 * write what is not their own.
 *
 * <p>Events: {@link DaysOffChanged}.
 *
 * <p>Read in this order: {@link DayOffOwner}, {@link DayOffView}, {@link TeamMembers}, {@link DaysOffService},
 * {@link StoredDaysOff}, {@link HolidayFile}, {@link HolidayEvent}.
 */
package org.agentinbox.dayoff;
