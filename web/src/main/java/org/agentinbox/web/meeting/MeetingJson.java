package org.agentinbox.web.meeting;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import org.agentinbox.account.Person;
import org.agentinbox.hours.Schedule;
import org.agentinbox.hours.Span;
import org.agentinbox.meeting.MeetingView;
import org.agentinbox.meeting.SlotsView;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.web.platform.JsonMessage;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** Meetings as the JSON of the REST API. */
final class MeetingJson {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private MeetingJson() {}

    static String slots(SlotsView view) {
        JsonArrayBuilder slots = JSON.createArrayBuilder();
        for (Span slot : view.slots()) {
            slots.add(JsonMessage.object().with("start", slot.from()).with("end", slot.to()).build());
        }
        return JsonMessage.object().with("slots", slots.build()).with("agent", agent(view.agent())).with("durationMinutes",
            view.lengthMinutes())
            .with("agentZone", view.zone().getId()).withIfAny("fallback", view.fallback()).toString();
    }

    static JsonObject meeting(MeetingView m) {
        return JsonMessage.object().with("id", m.id()).with("agent", agent(m.agent())).with("state", m.state()).with("sequence",
            m.sequence())
            .with("start", m.start()).with("end", m.end()).with("name", m.name()).with("email", m.email())
            .with("conversationId", m.conversationId()).build();
    }

    static JsonObject agent(Person person) {
        return JsonMessage.object().with("id", person.id()).with("name", person.name()).build();
    }

    static UUID id(String text) {
        return Ids.parse(text).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such thing."));
    }

    /** Parses an instant, or a date, which stands for its beginning in the zone. */
    static Instant time(String field, String text, String zone, Instant otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            Instant instant = text.length() == 10 ? LocalDate.parse(text).atStartOfDay(zone(zone)).toInstant()
                : OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // The refusal below says what is wrong.
        }
        throw RefusedException.ofField(field, "an instant such as 2026-03-01T09:00:00Z");
    }

    private static ZoneId zone(String zone) {
        return zone == null || zone.isEmpty() ? ZoneOffset.UTC : Schedule.zone(zone);
    }
}
