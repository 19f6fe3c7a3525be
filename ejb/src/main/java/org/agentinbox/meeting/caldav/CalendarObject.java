package org.agentinbox.meeting.caldav;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.agentinbox.hours.Span;
import org.agentinbox.hours.ical.EventTimes;
import org.agentinbox.hours.ical.Occurrences;
import org.agentinbox.hours.ical.ZoneRules;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;

/**
 * A calendar object as somebody else's program wrote it. Whatever is in it, reading it neither fails nor blocks more than it says.
 *
 * @param calendars those in the text, which should be one
 */
record CalendarObject(List<ICalendar> calendars) {

    /** @return the object; without any event where the text is none */
    static CalendarObject read(String text) {
        try (ICalReader reader = new ICalReader(ZoneRules.plausible(text))) {
            return new CalendarObject(reader.readAll());
        } catch (IOException | RuntimeException e) {
            // Broken beyond what the library forgives: the rest of the calendar counts all the same.
            return new CalendarObject(List.of());
        }
    }

    private static List<VEvent> events(ICalendar calendar) {
        return calendar.getEvents().stream().filter(e -> e.getDateStart() != null && e.getDateStart().getValue() != null).toList();
    }

    /** @return the UID of its events, which all have the same; empty where it has none */
    Optional<String> uid() {
        return calendars.stream().flatMap(c -> c.getEvents().stream()).map(VEvent::getUid).filter(Objects::nonNull).map(u -> u.getValue())
            .filter(Objects::nonNull).findFirst();
    }

    /** @return when this event keeps its owner busy in a time, in any order */
    List<Span> busy(ZoneId own, Instant from, Instant to) {
        List<Span> busy = new ArrayList<>();
        for (ICalendar calendar : calendars) {
            EventTimes times = new EventTimes(calendar.getTimezoneInfo(), own);
            List<VEvent> events = events(calendar);
            List<VEvent> overrides = events.stream().filter(e -> e.getRecurrenceId() != null && e.getRecurrenceId().getValue() != null)
                .toList();
            for (VEvent event : events) {
                if (blocks(event)) {
                    busy.addAll(spans(times, event, overrides, from, to));
                }
            }
        }
        return busy;
    }

    private static List<Span> spans(EventTimes times, VEvent event, List<VEvent> overrides, Instant from, Instant to) {
        try {
            if (!overrides.contains(event)) {
                return new Occurrences(times, event).between(from, to, overrides);
            }
            Span span = times.span(event);
            return span.from().isBefore(span.to()) && span.from().isBefore(to) && span.to().isAfter(from) ? List.of(span) : List.of();
        } catch (RuntimeException e) {
            // Dates and rules that no calendar has: this event says nothing, the others do.
            return List.of();
        }
    }

    private static boolean blocks(VEvent event) {
        return !isCancelled(event) && (event.getTransparency() == null || !event.getTransparency().isTransparent());
    }

    private static boolean isCancelled(VEvent event) {
        return event.getStatus() != null && event.getStatus().isCancelled();
    }

    /** @return whether its owner called it off there, but kept it */
    boolean isCancelled() {
        List<VEvent> events = calendars.stream().flatMap(c -> events(c).stream()).toList();
        return !events.isEmpty() && events.stream().allMatch(CalendarObject::isCancelled);
    }

    /** @return when it takes place, once and at a time of the day; empty where it is anything else */
    Optional<Span> once(ZoneId own) {
        if (calendars.size() != 1 || events(calendars.get(0)).size() != 1) {
            return Optional.empty();
        }
        VEvent event = events(calendars.get(0)).get(0);
        if (event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty() || !event.getDateStart().getValue().hasTime()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EventTimes(calendars.get(0).getTimezoneInfo(), own).span(event)).filter(s -> s.from().isBefore(s.to()));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** @return the same time in spans that do not meet, in order */
    static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            Span last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last == null || last.to().isBefore(span.from())) {
                merged.add(span);
            } else if (span.to().isAfter(last.to())) {
                merged.set(merged.size() - 1, new Span(last.from(), span.to()));
            }
        }
        return merged;
    }
}
