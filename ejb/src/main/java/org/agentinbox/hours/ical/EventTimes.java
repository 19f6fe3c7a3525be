package org.agentinbox.hours.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Function;

import org.agentinbox.hours.Span;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.ICalProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;

/**
 * The times of an event, by the clocks that it names. What names none, and days as a whole, are by the clock on the wall of whose calendar
 * it is (RFC 5545, section 3.3.5).
 *
 * @param zones of the object that it is in
 * @param own the zone of whose calendar it is
 */
public record EventTimes(TimezoneInfo zones, ZoneId own) {

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    /** @return what the clock shows, as written; a date is its midnight */
    public static LocalDateTime local(ICalDate date) {
        DateTimeComponents parts = date.getRawComponents();
        if (parts == null) {
            return LocalDateTime.ofInstant(date.toInstant(), ZoneOffset.UTC);
        }
        LocalDate day = LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
        return parts.hasTime() ? day.atTime(parts.getHour(), parts.getMinute(), Math.min(parts.getSecond(), 59)) : day.atStartOfDay();
    }

    /** @return the instant of each time on the clock that a property is written by */
    Function<LocalDateTime, Instant> clock(ICalProperty property, ICalDate date) {
        if (!date.hasTime()) {
            return time -> time.toLocalDate().atStartOfDay(own).toInstant();
        }
        if (date.getRawComponents() == null || date.getRawComponents().isUtc()) {
            return time -> time.toInstant(ZoneOffset.UTC);
        }
        TimezoneAssignment assigned = zones.isFloating(property) ? null : zones.getTimezone(property);
        return assigned == null ? time -> time.atZone(own).toInstant() : clock(assigned);
    }

    /** Java's zone where it has one of that name, for it knows all of its past and future; else what the object says of it. */
    private static Function<LocalDateTime, Instant> clock(TimezoneAssignment assigned) {
        Optional<ZoneId> known = known(assigned);
        if (known.isPresent()) {
            return time -> time.atZone(known.get()).toInstant();
        }
        TimeZone zone = assigned.getTimeZone();
        return time -> new DateTimeComponents(time.getYear(), time.getMonthValue(), time.getDayOfMonth(), time.getHour(), time.getMinute(),
            time.getSecond(),
            false).toDate(zone).toInstant();
    }

    /** @return whether it is a time on whatever clock is on the wall: a date, or a time without a zone */
    public boolean isFloating(DateOrDateTimeProperty property) {
        ICalDate date = property.getValue();
        return !date.hasTime() || isLocal(date) && (zones.isFloating(property) || zones.getTimezone(property) == null);
    }

    /** @return the zone by which a property is written, where Java knows it; empty for UTC too, and where it is floating */
    public Optional<ZoneId> named(DateOrDateTimeProperty property) {
        return isFloating(property) || !isLocal(property.getValue()) ? Optional.empty() : known(zones.getTimezone(property));
    }

    private static boolean isLocal(ICalDate date) {
        return date.getRawComponents() != null && !date.getRawComponents().isUtc();
    }

    private static Optional<ZoneId> known(TimezoneAssignment assigned) {
        return known(assigned.getGlobalId() != null ? assigned.getGlobalId()
            : assigned.getComponent() != null && assigned.getComponent().getTimezoneId() != null
                ? assigned.getComponent().getTimezoneId().getValue() : "");
    }

    /** Some programs put something of their own before the name: {@code /example.org/20240101/Europe/Berlin}. */
    private static Optional<ZoneId> known(String id) {
        for (String name = id; !name.isEmpty(); name = name.substring(name.indexOf('/') + 1)) {
            if (KNOWN.contains(name)) {
                return Optional.of(ZoneId.of(name));
            }
            if (name.indexOf('/') < 0) {
                break;
            }
        }
        return Optional.empty();
    }

    /** @return the instant that a property names */
    public Instant instant(DateOrDateTimeProperty property) {
        return clock(property, property.getValue()).apply(local(property.getValue()));
    }

    /** @return how to come from the start of an occurrence, on the event's clock, to its end */
    Function<LocalDateTime, Instant> end(VEvent event) {
        ICalDate start = event.getDateStart().getValue();
        Function<LocalDateTime, Instant> clock = clock(event.getDateStart(), start);
        if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
            if (!start.hasTime()) {
                long days = Math.max(1, ChronoUnit.DAYS.between(local(start), local(event.getDateEnd().getValue())));
                return time -> clock.apply(time.plusDays(days));
            }
            Duration exact = Duration.between(instant(event.getDateStart()), instant(event.getDateEnd()));
            return time -> clock.apply(time).plus(exact);
        }
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            biweekly.util.Duration length = event.getDuration().getValue();
            long days = number(length.getDays()) + 7L * number(length.getWeeks());
            Duration exact = Duration.ofHours(number(length.getHours())).plusMinutes(number(length.getMinutes()))
                .plusSeconds(number(length.getSeconds()));
            return time -> clock.apply(time.plusDays(days)).plus(exact);
        }
        return start.hasTime() ? clock : time -> clock.apply(time.plusDays(1));
    }

    private static long number(Integer value) {
        return value == null ? 0 : value;
    }

    /** @return when the event takes place the first time */
    public Span span(VEvent event) {
        LocalDateTime start = local(event.getDateStart().getValue());
        return new Span(clock(event.getDateStart(), event.getDateStart().getValue()).apply(start), end(event).apply(start));
    }

    /** Of the library's kind, as if the clock were that of UTC: it reckons with times on a clock only, and the clock is ours. */
    static ICalDate wall(LocalDateTime time, boolean hasTime) {
        return new ICalDate(Date.from(time.toInstant(ZoneOffset.UTC)), hasTime);
    }

    static LocalDateTime wall(Date time) {
        return LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC);
    }
}
