/**
 * Meetings that visitors book with agents (ear/src/docs/rules.md#meetings).
 *
 * <p>Invariants: free slots are always computed by {@link Slots}, from the agent's settings, the meetings, and the busy times that were
 * last read from the connected calendar; no request waits for another server. A slot is booked once: a constraint of the database excludes
 * two booked meetings of an agent whose times, with the buffer after each, overlap. A meeting's UID never changes, and its sequence rises
 * with each change that is announced.
 *
 * <p>Events: {@link MeetingChanged} inside the transaction that books, moves or cancels. It observes none: changes in a connected calendar
 * come through {@link ExternalMeetingChanges}.
 *
 * <p>Read in this order: {@link Slots}, {@link Meeting}, {@link Bookings}, {@link VisitorMeetings}, {@link AgentMeetings},
 * {@link MeetingMail}, {@link ConnectedCalendar}.
 */
package org.agentinbox.meeting;
