package org.agentinbox.meeting;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.hours.Span;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What is heard of meetings from a connected calendar: somebody moved or deleted there what we had written. Mails, the chat and all that
 * hears {@link MeetingChanged} are told as after any other change. Works in its caller's transaction.
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
     * Moves a meeting to where it is there. Where it is there already, nothing changes.
     *
     * @param meetingId see {@link MeetingView#uid}
     * @param start its first instant there
     * @param end the first instant after it
     * @return the meeting as it is now
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#SLOT_TAKEN} where another meeting of ours is
     *     in that
     *     time, {@link org.agentinbox.platform.Refusal#MEETING_OVER} where it was cancelled or is over: it stays as it was then
     */
    public MeetingView moved(UUID meetingId, Instant start, Instant end) {
        return bookings.moveTo(meetingId, new Span(start, end));
    }

    /**
     * Cancels a meeting that was deleted there.
     *
     * @param meetingId see {@link MeetingView#uid}
     * @return the meeting as it is now
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#MEETING_OVER} where it was cancelled or is
     *     over
     */
    public MeetingView deleted(UUID meetingId) {
        return bookings.cancel(meetingId, ChangedBy.CALENDAR);
    }

    /**
     * Tells the agent by mail that a meeting was put back there, because what they made of it cannot be.
     *
     * @param meetingId see {@link MeetingView#uid}
     * @param taken whether another meeting is at the time where they wanted it
     * @return what they are told, for whoever reads no mail
     */
    public String putBack(UUID meetingId, boolean taken) {
        return mail.putBack(bookings.get(meetingId), taken ? "TAKEN" : "OTHER");
    }
}
