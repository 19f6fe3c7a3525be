package org.agentinbox.hours.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Function;

import org.agentinbox.hours.Span;

import biweekly.component.VEvent;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceProperty;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;

/** When an event takes place that may take place again and again (RFC 5545, sections 3.8.4.4 and 3.8.5). */
public final class Occurrences {

    /** An event every second for a year is nobody's appointment; who has one is busy as far as we count. */
    private static final int MOST = 20_000;
    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

    private final EventTimes times;
    private final VEvent event;
    private final Function<LocalDateTime, Instant> clock;
    private final Function<LocalDateTime, Instant> end;
    private final boolean hasTime;
    private final LocalDateTime first;

    /**
     * @param times of the object that the event is in
     * @param event with a start
     */
    public Occurrences(EventTimes times, VEvent event) {
        this.times = times;
        this.event = event;
        this.first = EventTimes.local(event.getDateStart().getValue());
        this.hasTime = event.getDateStart().getValue().hasTime();
        this.clock = times.clock(event.getDateStart(), event.getDateStart().getValue());
        this.end = times.end(event);
    }

    /** @return those that meet a time, without those that an override stands for */
    public List<Span> between(Instant from, Instant to, Collection<VEvent> overrides) {
        Map<Instant, Span> found = new TreeMap<>();
        Set<Instant> except = except(from, to, overrides);
        add(found, first);
        event.getProperties(biweekly.property.RecurrenceRule.class)
            .forEach(rule -> walls(rule, from, to).forEach(wall -> add(found, wall)));
        List<Span> spans = new ArrayList<>();
        for (RecurrenceDates dates : event.getRecurrenceDates()) {
            dates.getDates().forEach(date -> addDate(found, dates, date));
            dates.getPeriods().forEach(period -> {
                Instant start = times.clock(dates, period.getStartDate()).apply(EventTimes.local(period.getStartDate()));
                Instant last = period.getEndDate() != null
                    ? times.clock(dates, period.getEndDate()).apply(EventTimes.local(period.getEndDate()))
                    : start.plusMillis(period.getDuration().toMillis());
                found.put(start, new Span(start, last));
            });
        }
        found.forEach((start, span) -> {
            if (!except.contains(start) && span.from().isBefore(span.to()) && span.from().isBefore(to) && span.to().isAfter(from)) {
                spans.add(span);
            }
        });
        return spans;
    }

    private void add(Map<Instant, Span> found, LocalDateTime wall) {
        Instant start = clock.apply(wall);
        found.put(start, new Span(start, end.apply(wall)));
    }

    private void addDate(Map<Instant, Span> found, RecurrenceDates dates, ICalDate date) {
        Instant start = times.clock(dates, date).apply(EventTimes.local(date));
        Duration length = Duration.between(clock.apply(first), end.apply(first));
        found.put(start, new Span(start, hasTime ? start.plus(length) : end.apply(EventTimes.local(date))));
    }

    private Set<Instant> except(Instant from, Instant to, Collection<VEvent> overrides) {
        Set<Instant> except = new HashSet<>();
        for (ExceptionDates dates : event.getExceptionDates()) {
            dates.getValues().forEach(date -> except.add(times.clock(dates, date).apply(EventTimes.local(date))));
        }
        event.getExceptionRules().forEach(rule -> walls(rule, from, to).forEach(wall -> except.add(clock.apply(wall))));
        overrides.forEach(o -> except.add(times.instant(o.getRecurrenceId())));
        return except;
    }

    /** The times on the event's clock that a rule gives, from a little before to a little after. */
    private List<LocalDateTime> walls(RecurrenceProperty property, Instant from, Instant to) {
        Recurrence rule = property.getValue();
        if (rule == null || rule.getFrequency() == null) {
            return List.of();
        }
        check(rule);
        // Two days make up for all differences of clocks.
        Duration length = Duration.between(clock.apply(first), end.apply(first)).plusDays(2);
        Date begin = Date.from(from.minus(length));
        Instant stop = to.plus(Duration.ofDays(2));
        boolean limited = DayIntervalRule.is(rule);
        Recurrence endless = new Recurrence.Builder(limited ? DayIntervalRule.alone(rule) : rule).until((ICalDate) null).build();
        DateIterator dates = endless.getDateIterator(EventTimes.wall(first, hasTime), UTC);
        int left = limited && rule.getCount() != null ? rule.getCount() : Integer.MAX_VALUE;
        if (left == Integer.MAX_VALUE) {
            dates.advanceTo(begin);
        }
        List<LocalDateTime> walls = new ArrayList<>();
        while (dates.hasNext() && walls.size() < MOST && left > 0) {
            Date next = dates.next();
            LocalDateTime wall = EventTimes.wall(next);
            if (next.toInstant().isAfter(stop) || isOver(rule, wall)) {
                break;
            }
            if (!limited || DayIntervalRule.of(rule).test(wall)) {
                walls.add(wall);
                left--;
            }
        }
        return walls;
    }

    /** The library takes any number for a month. */
    private static void check(Recurrence rule) {
        if (rule.getByMonth().stream().anyMatch(month -> month < 1 || month > 12)) {
            throw new IllegalArgumentException("A rule with a month that no year has");
        }
    }

    /** UNTIL is an instant, a time on the event's clock, or a day (RFC 5545, section 3.3.10). */
    private boolean isOver(Recurrence rule, LocalDateTime wall) {
        ICalDate until = rule.getUntil();
        if (until == null) {
            return false;
        }
        if (!until.hasTime()) {
            return wall.toLocalDate().isAfter(EventTimes.local(until).toLocalDate());
        }
        boolean isInstant = until.getRawComponents() == null || until.getRawComponents().isUtc();
        return isInstant ? clock.apply(wall).isAfter(until.toInstant()) : wall.isAfter(EventTimes.local(until));
    }
}
