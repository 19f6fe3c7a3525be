package org.agentinbox.meeting.caldav;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A meeting as we wrote it there, or last followed it. */
@Entity
@Table(name = "calendar_event")
class CalendarEvent {

    private static final int TO_BE_WRITTEN = -1;

    @Id
    private UUID meetingId;
    private UUID accountId;
    private String href;
    private String etag;
    private int sequence;
    private boolean missing;
    private String notice;
    private Instant noticedAt;

    protected CalendarEvent() {}

    CalendarEvent(UUID meetingId, UUID accountId) {
        this.meetingId = meetingId;
        this.accountId = accountId;
    }

    /** This is there now, and says the same as the meeting of that sequence. */
    void is(String address, String tag, int ofSequence) {
        href = address;
        etag = tag;
        sequence = ofSequence;
        missing = false;
    }

    /** This is there now, and must not stay so. */
    void overwrite(String address, String tag) {
        is(address, tag, TO_BE_WRITTEN);
    }

    /** Its agent should read this; it names the guest, and so goes with the meeting. */
    void notice(String words, Instant now) {
        notice = words;
        noticedAt = now;
    }

    void missing(boolean now) {
        missing = now;
    }

    Known known() {
        return new Known(meetingId, href, etag, sequence, missing);
    }

    /** @param missing whether it was not there at the last look */
    record Known(UUID meetingId, String href, String etag, int sequence, boolean missing) {}
}
