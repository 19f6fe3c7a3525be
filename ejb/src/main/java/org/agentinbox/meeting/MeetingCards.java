package org.agentinbox.meeting;

import static org.agentinbox.platform.JsonApi.JSON;

import jakarta.json.JsonObjectBuilder;

/** The cards about meetings in chats, as JSON. */
final class MeetingCards {

    private MeetingCards() {}

    /** The card with which a visitor books (asyncapi.yaml, calendar.share). */
    static String booking(SharedCalendar calendar) {
        return JSON.createObjectBuilder().add("agentId", calendar.agent().id().toString()).add("agentName", calendar.agent().name())
            .add("durationMinutes", calendar.lengthMinutes()).build().toString();
    }

    /** A change of a meeting, so that each client can show it in its own language and zone. */
    static String event(MeetingChanged change) {
        MeetingView meeting = change.meeting();
        JsonObjectBuilder told = JSON.createObjectBuilder().add("id", meeting.id().toString()).add("event", change.kind().name())
            .add("by", change.by().name()).add("start", meeting.start().toString()).add("end", meeting.end().toString());
        return JSON.createObjectBuilder().add("agentId", meeting.agent().id().toString()).add("agentName", meeting.agent().name())
            .add("meeting", told).build().toString();
    }
}
