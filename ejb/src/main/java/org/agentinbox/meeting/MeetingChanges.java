package org.agentinbox.meeting;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.availability.Span;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What is heard of meetings from a connected calendar: somebody moved or deleted there what we had written. Mails, the chat and all that
 * hears {@link MeetingChanged} are told as after any other change. Works in its caller's transaction.
 */
@ApplicationScoped
public class MeetingChanges {

    @EJB
    private Bookings bookings;

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
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#SLOT_TAKEN} where another meeting of ours is in that
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
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#MEETING_OVER} where it was cancelled or is over
     */
    public MeetingView deleted(UUID meetingId) {
        return bookings.cancel(meetingId, ChangedBy.CALENDAR);
    }
}
