/**
 * A calendar that an agent keeps on a CalDAV server (RFC 4791), one for each agent: busy times there block slots, bookings appear there,
 * and what is moved or deleted there is followed.
 *
 * <p>Invariants: only the outbox talks to calendar servers, never a request and never inside a transaction. What was last known of busy
 * times stays until something newer is known. A meeting is written when it was booked, moved or cancelled here; whoever changed it here
 * last wins over a change there that we have not seen yet; what was followed is never written back. The password is sealed
 * ({@link org.agentinbox.platform.SecretBox}), and goes only to the server whose address its owner gave.
 *
 * <p>Events: none of its own; see {@link org.agentinbox.meeting.ExternalMeetingChanges}.
 *
 * <p>Read in this order: {@link CalDavCalendar}, {@link CalDavSync}, {@link CalDavWriter}, {@link ConnectionStore}, {@link CalDavServer},
 * {@link CalDavHttp}, {@link CalendarObject}.
 */
package org.agentinbox.meeting.caldav;
