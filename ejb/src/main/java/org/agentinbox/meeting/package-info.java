/**
 * Meetings that visitors book with agents (ear/src/docs/rules.md#meetings).
 *
 * <p>Invariants: which slots are free is computed, always by {@link org.agentinbox.meeting.Slots}, from what the agent set, the meetings,
 * and what was last known of the connected calendar; no request waits for another server. A slot is sold once: the database excludes two
 * booked meetings of an agent whose times, with the buffer after each, overlap. A meeting keeps its UID for ever, and its sequence rises
 * with each change that is told.
 *
 * <p>Events: {@link org.agentinbox.meeting.MeetingChanged} inside the transaction that books, moves or cancels.
 */
package org.agentinbox.meeting;
