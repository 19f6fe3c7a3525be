package org.agentinbox.dayoff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.agentinbox.hours.DayOff;
import org.agentinbox.hours.Span;
import org.agentinbox.hours.ical.EventTimes;
import org.agentinbox.hours.ical.Occurrences;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;

import biweekly.component.VEvent;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;

/**
 * An event of a calendar file. Days, and times without a zone, are by the clock of each agent; other times are those of their zone.
 *
 * @param times of the calendar, by which a clock that the event does not name is that of UTC: what it then shows is the local time
 * @param event as read
 * @param all those of its calendar
 */
record HolidayEvent(EventTimes times, VEvent event, List<VEvent> all) {

    private static final Duration HORIZON = Duration.ofDays(3 * 366);
    /** What is over in one zone may go on in another. */
    private static final Duration FARTHEST_CLOCK = Duration.ofDays(1);
    private static final Set<Frequency> WITHIN_A_DAY = EnumSet.of(Frequency.SECONDLY, Frequency.MINUTELY, Frequency.HOURLY);

    /** @return whether its repetition is none of days: such a rule may give thousands of times a day */
    boolean isRepeatedOddly() {
        List<RecurrenceRule> rules = event.getProperties(RecurrenceRule.class);
        return rules.size() > 1 || !event.getExceptionRules().isEmpty() || rules.stream().map(rule -> rule.getValue())
            .anyMatch(rule -> rule == null || rule.getFrequency() == null || WITHIN_A_DAY.contains(rule.getFrequency()));
    }

    /**
     * @param now the present instant
     * @param line on which it begins
     * @return what it takes of the next three years, without what is over or was called off
     * @throws RefusedException as {@link DayOff} does
     */
    List<Holiday> holidays(Instant now, int line) {
        if (event.getStatus() != null && event.getStatus().isCancelled()) {
            return List.of();
        }
        if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            throw RefusedException.ofField("from", "a start is wanted");
        }
        Instant from = now.minus(FARTHEST_CLOCK);
        Instant to = now.plus(HORIZON);
        if (isMoved(event)) {
            Span span = times.span(event);
            boolean counts = span.to().isAfter(from) && span.from().isBefore(to);
            return counts ? List.of(holiday(line, times.instant(event.getRecurrenceId()), span)) : List.of();
        }
        Span first = times.span(event);
        if (!first.from().isBefore(first.to())) {
            throw RefusedException.ofField("to", "after the start");
        }
        return new Occurrences(times, event).between(from, to, all.stream().filter(this::isOfThis).toList()).stream()
            .map(span -> holiday(line, span.from(), span)).toList();
    }

    private static boolean isMoved(VEvent event) {
        return event.getRecurrenceId() != null && event.getRecurrenceId().getValue() != null;
    }

    /** Whether another event says where an occurrence of this one was moved to. */
    private boolean isOfThis(VEvent other) {
        return isMoved(other) && uid(other).equals(uid(event));
    }

    /** Without a UID an event is known by its name. */
    private static String uid(VEvent event) {
        if (event.getUid() != null && event.getUid().getValue() != null) {
            return event.getUid().getValue();
        }
        return String.valueOf(name(event));
    }

    private static String name(VEvent event) {
        String written = event.getSummary() == null || event.getSummary().getValue() == null ? "" : event.getSummary().getValue();
        return TextRules.line("name", written.replaceAll("\\s+", " "), DayOff.LONGEST_NAME);
    }

    private Holiday holiday(int line, Instant occurrence, Span span) {
        ZoneId zone = times.isFloating(event.getDateStart()) ? null : times.named(event.getDateStart()).orElse(ZoneOffset.UTC);
        return new Holiday(line, Holiday.key(uid(event), occurrence), dayOff(span, zone));
    }

    private DayOff dayOff(Span span, ZoneId zone) {
        ZoneId clock = zone == null ? ZoneOffset.UTC : zone;
        LocalDateTime from = LocalDateTime.ofInstant(span.from(), clock).truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime to = LocalDateTime.ofInstant(span.to().plusSeconds(59), clock).truncatedTo(ChronoUnit.MINUTES);
        // Where the clock is put back meanwhile, the end may show an earlier time than the start.
        return from.isBefore(to) || zone == null || zone.equals(ZoneOffset.UTC) ? new DayOff(name(event), from, to, zone)
            : dayOff(span, ZoneOffset.UTC);
    }
}
