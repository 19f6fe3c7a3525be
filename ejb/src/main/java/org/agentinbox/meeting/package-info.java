/**
 * Meetings that visitors book with agents (ear/src/docs/rules.md#meetings).
 *
 * <p>Invariants: which slots are free is computed, always by {@link Slots}, from what the agent set, the meetings, and what was last known
 * of the connected calendar; no request waits for another server. A slot is sold once: the database excludes two booked meetings of an
 * agent whose times, with the buffer after each, overlap. A meeting keeps its UID for ever, and its sequence rises with each change that
 * is told.
 *
 * <p>Events: {@link MeetingChanged} inside the transaction that books, moves or cancels. It observes none: what was changed in a connected
 * calendar is told through {@link ExternalMeetingChanges}.
 *
 * <p>Read in this order: {@link Slots}, {@link Meeting}, {@link Bookings}, {@link VisitorMeetings}, {@link AgentMeetings},
 * {@link MeetingMail}, {@link ConnectedCalendar}.
 */
package org.agentinbox.meeting;
