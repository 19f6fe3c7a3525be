package org.agentinbox.meeting;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.stream.Stream;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.parameter.Role;
import biweekly.property.Attendee;
import biweekly.property.ICalProperty;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;

/**
 * A meeting as an iCalendar object (RFC 5545): for invitations with a method (RFC 5546), for storing on a calendar server without one (RFC
 * 4791, section 4.1). The agent is the organizer and an attendee; the configured sender of emails acts on their behalf.
 *
 * @param meeting what it is about
 * @param zone the agent's time zone, in which the times are written
 * @param agentEmail the agent's address; where it is null, the sender's is used instead
 * @param sender the address that sends for the agent, or null
 * @param summary the title
 * @param description the text
 * @param location where they meet, or null
 */
public record MeetingFile(MeetingView meeting, ZoneId zone, String agentEmail, String sender, String summary, String description,
    String location) {

    private static final String PRODUCT = "-//Agent Inbox//Meetings//EN";

    /** @return an invitation, or an update of one; calendar programs use the object with the highest sequence */
    public String request() {
        return text(Method.request());
    }

    /** @return a cancellation */
    public String cancel() {
        return text(Method.cancel());
    }

    /** @return the meeting as a calendar server stores it */
    public String stored() {
        return text(null);
    }

    /** The product emails both sides itself, so servers that would do so (RFC 6638) must not. */
    private static void withoutScheduling(ICalProperty property) {
        property.setParameter("SCHEDULE-AGENT", "CLIENT");
    }

    private String text(Method method) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        if (method != null) {
            calendar.setMethod(method);
        }
        MeetingZone.of(zone, meeting.start()).ifPresent(assignment -> use(calendar, assignment));
        VEvent event = event();
        if (method == null) {
            withoutScheduling(event.getOrganizer());
            event.getAttendees().forEach(MeetingFile::withoutScheduling);
        }
        calendar.addEvent(event);
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void use(ICalendar calendar, TimezoneAssignment assignment) {
        calendar.getTimezoneInfo().setDefaultTimezone(assignment);
    }

    private VEvent event() {
        VEvent event = new VEvent();
        event.setUid(meeting.uid());
        event.setSequence(meeting.sequence());
        event.setDateTimeStamp(date(meeting.changedAt()));
        event.setCreated(date(meeting.createdAt()));
        event.setLastModified(date(meeting.changedAt()));
        event.setDateStart(date(meeting.start()));
        event.setDateEnd(date(meeting.end()));
        event.setSummary(summary);
        event.setDescription(description);
        if (location != null) {
            event.setLocation(location);
        }
        event.setStatus(meeting.isBooked() ? Status.confirmed() : Status.cancelled());
        event.setTransparency(!meeting.isBooked());
        event.setOrganizer(organizer());
        event.addAttendee(attendee(meeting.name(), meeting.email()));
        if (agentEmail != null) {
            Attendee agent = attendee(meeting.agent().name(), agentEmail);
            agent.setRole(Role.CHAIR);
            event.addAttendee(agent);
        }
        return event;
    }

    private Organizer organizer() {
        String address = Stream.of(agentEmail, sender).filter(a -> a != null).findFirst().orElse("nobody@invalid");
        Organizer organizer = new Organizer(name(meeting.agent().name()), address);
        if (sender != null && !sender.equalsIgnoreCase(address)) {
            organizer.setSentBy("mailto:" + sender);
        }
        return organizer;
    }

    /** Both have accepted already, the visitor by booking and the agent by offering the slot, so nobody is asked to reply. */
    private static Attendee attendee(String name, String address) {
        Attendee attendee = new Attendee(name(name), address);
        attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
        attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        attendee.setRsvp(false);
        return attendee;
    }

    /** Parameter values cannot contain double quotes or control characters (RFC 5545, section 3.2). */
    private static String name(String name) {
        return name == null ? null : name.replace('"', '\'').replaceAll("\\p{Cntrl}", " ");
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
