package org.agentinbox.web.meeting;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;

import org.agentinbox.meeting.MeetingView;

/** A row of the list of meetings. */
public class MeetingRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private final Instant start;
    private final Instant end;
    private final String visitorZone;
    private final String when;
    private final String state;
    private final String name;
    private final String email;
    private final String company;
    private final String agent;
    private final UUID conversationId;

    MeetingRow(MeetingView meeting, Instant now, ZoneId zone, Locale locale) {
        id = meeting.id();
        start = meeting.start();
        end = meeting.end();
        visitorZone = meeting.timeZone();
        when = when(zone, locale);
        state = !meeting.isBooked() ? "CANCELLED" : meeting.isPast(now) ? "PAST" : "BOOKED";
        name = meeting.name();
        email = meeting.email();
        company = meeting.company();
        agent = meeting.agent().name();
        conversationId = meeting.conversationId();
    }

    /** The day and the times in a zone. */
    final String when(ZoneId zone, Locale locale) {
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).withZone(zone);
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).withZone(zone);
        return day.format(start) + ", " + time.format(start) + " – " + time.format(end);
    }

    UUID id() {
        return id;
    }

    Instant start() {
        return start;
    }

    /** As the visitor's browser named it; it may be unknown here, or null. */
    String visitorZone() {
        return visitorZone;
    }

    /** @return day and times */
    public String getWhen() {
        return when;
    }

    /** @return BOOKED, PAST or CANCELLED */
    public String getState() {
        return state;
    }

    /** @return whether it can still be moved and cancelled */
    public boolean isAhead() {
        return "BOOKED".equals(state);
    }

    /** @return the visitor's name, else their address */
    public String getName() {
        return name == null ? email : name;
    }

    /** @return the visitor's address */
    public String getEmail() {
        return email;
    }

    /** @return the visitor's company, or null */
    public String getCompany() {
        return company;
    }

    /** @return the name of the agent */
    public String getAgent() {
        return agent;
    }

    /** @return the conversation in which it was booked */
    public UUID getConversationId() {
        return conversationId;
    }
}
