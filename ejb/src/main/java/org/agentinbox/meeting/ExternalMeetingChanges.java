package org.agentinbox.meeting;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.hours.Span;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Applies changes that somebody made to a meeting in a connected calendar. Emails, the chat and observers of {@link MeetingChanged} treat
 * them like any other change. Works in its caller's transaction.
 */
@ApplicationScoped
public class ExternalMeetingChanges {

    @Inject
    private Bookings bookings;
    @Inject
    private MeetingMail mail;

    /**
     * @param meetingId see {@link MeetingView#uid}
     * @return the meeting as it is now
     * @throws org.agentinbox.platform.RefusedException where there is none
     */
    public MeetingView get(UUID meetingId) {
        return bookings.get(meetingId);
    }

    /**
     * Moves a meeting to its time in the other calendar; nothing changes where it has that time already.
     *
     * @param meetingId see {@link MeetingView#uid}
     * @param start its first instant there
     * @param end the first instant after it
     * @return the meeting as it is now
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#SLOT_TAKEN} where another meeting is at that
     * time, {@link org.agentinbox.platform.Refusal#MEETING_OVER} where it was cancelled or is over; then it stays as it is
     */
    public MeetingView moved(UUID meetingId, Instant start, Instant end) {
        return bookings.moveTo(meetingId, new Span(start, end));
    }

    /**
     * Cancels a meeting that was deleted in the other calendar.
     *
     * @param meetingId see {@link MeetingView#uid}
     * @return the meeting as it is now
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#MEETING_OVER} where it was cancelled or is
     * over
     */
    public MeetingView deleted(UUID meetingId) {
        return bookings.cancel(meetingId, ChangedBy.CALENDAR);
    }

    /**
     * Emails the agent that their change to a meeting was undone in their calendar, because it is not possible.
     *
     * @param meetingId see {@link MeetingView#uid}
     * @param taken whether another meeting is at the time that they wanted
     * @return the text of the reason, for agents who get no email
     */
    public String putBack(UUID meetingId, boolean taken) {
        return mail.putBack(bookings.get(meetingId), taken ? "TAKEN" : "OTHER");
    }
}
