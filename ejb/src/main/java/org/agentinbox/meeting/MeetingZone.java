package org.agentinbox.meeting;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.IntStream;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;

/**
 * A time zone in the form of RFC 5545, section 3.6.5, made from the same rules of this server's Java with which slots are computed, so that
 * both agree. It is right for the years around a meeting, and without end where the clocks change by the same rule each year.
 */
final class MeetingZone {

    private static final int YEARS = 8;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final Instant from;

    private MeetingZone(ZoneId zone, Instant from) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.from = from;
    }

    /**
     * @param zone the agent's time zone
     * @param start of the meeting
     * @return how to write its times; empty for UTC
     */
    static Optional<TimezoneAssignment> of(ZoneId zone, Instant start) {
        boolean isUtc = zone.normalized().equals(ZoneOffset.UTC);
        return isUtc ? Optional.empty()
            : Optional.of(new TimezoneAssignment(TimeZone.getTimeZone(zone), new MeetingZone(zone, start).component()));
    }

    private VTimezone component() {
        VTimezone component = new VTimezone(zone.getId());
        List<List<ZoneOffsetTransition>> yearly = yearly();
        if (yearly.isEmpty()) {
            once().forEach(transition -> add(component, transition, null));
        } else {
            yearly.forEach(series -> add(component, series.get(0), rule(series).orElseThrow()));
        }
        return component;
    }

    /** The last change of the clocks before the meeting, and those within two years after it. */
    private List<ZoneOffsetTransition> once() {
        List<ZoneOffsetTransition> found = new ArrayList<>();
        ZoneOffsetTransition before = rules.previousTransition(from.plusNanos(1));
        // Null, for a zone whose clocks never changed, stands for a beginning long ago.
        found.add(before);
        Instant end = from.atZone(zone).plusYears(2).toInstant();
        for (ZoneOffsetTransition t = rules.nextTransition(from); t != null && t.getInstant().isBefore(end);
            t = rules.nextTransition(t.getInstant())) {
            found.add(t);
        }
        return found;
    }

    /**
     * The changes of each year from the one before the meeting on, grouped by the rule that they follow; empty where there is no yearly
     * rule.
     */
    private List<List<ZoneOffsetTransition>> yearly() {
        int first = from.atZone(zone).getYear() - 1;
        List<List<ZoneOffsetTransition>> years = IntStream.range(first, first + YEARS).mapToObj(this::ofYear).toList();
        int each = years.get(0).size();
        if (each == 0 || years.stream().anyMatch(year -> year.size() != each)) {
            return List.of();
        }
        List<List<ZoneOffsetTransition>> series = IntStream.range(0, each).mapToObj(i -> years.stream().map(year -> year.get(i)).toList())
            .toList();
        return series.stream().allMatch(one -> rule(one).isPresent()) ? series : List.of();
    }

    private List<ZoneOffsetTransition> ofYear(int year) {
        List<ZoneOffsetTransition> found = new ArrayList<>();
        Instant at = LocalDateTime.of(year, 1, 1, 0, 0).toInstant(ZoneOffset.UTC).minusSeconds(86_400);
        for (ZoneOffsetTransition t = rules.nextTransition(at); t != null && t.getDateTimeBefore().getYear() <= year;
            t = rules.nextTransition(t.getInstant())) {
            if (t.getDateTimeBefore().getYear() == year) {
                found.add(t);
            }
        }
        return found;
    }

    /**
     * The rule as "the n-th or last weekday of a month, at the same local time". Real zones use this form, and every calendar program reads
     * it.
     */
    private static Optional<Recurrence> rule(List<ZoneOffsetTransition> series) {
        ZoneOffsetTransition model = series.get(0);
        LocalDateTime at = model.getDateTimeBefore();
        boolean alike = series.stream().allMatch(t -> t.getDateTimeBefore().getMonth() == at.getMonth()
            && t.getDateTimeBefore().getDayOfWeek() == at.getDayOfWeek() && t.getDateTimeBefore().toLocalTime().equals(at.toLocalTime())
            && t.getOffsetBefore().equals(model.getOffsetBefore()) && t.getOffsetAfter().equals(model.getOffsetAfter()));
        if (!alike) {
            return Optional.empty();
        }
        int nth = nth(at);
        int ordinal = series.stream().allMatch(t -> isLast(t.getDateTimeBefore())) ? -1
            : series.stream().allMatch(t -> nth(t.getDateTimeBefore()) == nth) ? nth : 0;
        return ordinal == 0 ? Optional.empty() : Optional.of(new Recurrence.Builder(Frequency.YEARLY).byMonth(at.getMonthValue())
            .byDay(ordinal, day(at.getDayOfWeek())).build());
    }

    private static int nth(LocalDateTime at) {
        return (at.getDayOfMonth() - 1) / 7 + 1;
    }

    private static boolean isLast(LocalDateTime at) {
        return at.plusWeeks(1).getMonth() != at.getMonth();
    }

    private static biweekly.util.DayOfWeek day(DayOfWeek day) {
        return biweekly.util.DayOfWeek.valueOf(day.name());
    }

    private void add(VTimezone component, ZoneOffsetTransition transition, Recurrence rule) {
        boolean daylight = transition != null && rules.isDaylightSavings(transition.getInstant());
        Observance observance = daylight ? new DaylightSavingsTime() : new StandardTime();
        LocalDateTime at = transition == null ? LocalDateTime.of(1970, 1, 1, 0, 0) : transition.getDateTimeBefore();
        observance.setDateStart(new DateTimeComponents(at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute(),
            at.getSecond(), false));
        observance.setTimezoneOffsetFrom(offset(transition == null ? rules.getOffset(from) : transition.getOffsetBefore()));
        observance.setTimezoneOffsetTo(offset(transition == null ? rules.getOffset(from) : transition.getOffsetAfter()));
        if (rule != null) {
            observance.setRecurrenceRule(rule);
        }
        if (daylight) {
            component.addDaylightSavingsTime((DaylightSavingsTime) observance);
        } else {
            component.addStandardTime((StandardTime) observance);
        }
    }

    private static UtcOffset offset(ZoneOffset offset) {
        return new UtcOffset(offset.getTotalSeconds() * 1_000L);
    }
}
