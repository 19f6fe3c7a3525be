package org.agentinbox.hours.ical;

import java.time.LocalDateTime;
import java.util.function.Predicate;

import biweekly.util.ByDay;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;

/**
 * A rule such as "every second day, if that is a weekday". The library forgets the interval of these, so that it is asked for every second
 * day alone, and what else the rule says is looked at here (RFC 5545, section 3.3.10: all of it limits).
 */
final class DayIntervalRule implements Predicate<LocalDateTime> {

    private final Recurrence rule;

    private DayIntervalRule(Recurrence rule) {
        this.rule = rule;
    }

    static boolean is(Recurrence rule) {
        return rule.getFrequency() == Frequency.DAILY && rule.getInterval() != null && rule.getInterval() > 1
            && !(rule.getByDay().isEmpty() && rule.getByMonthDay().isEmpty() && rule.getByMonth().isEmpty());
    }

    /** @return which of the days of {@link #alone} count */
    static DayIntervalRule of(Recurrence rule) {
        return new DayIntervalRule(rule);
    }

    /** @return the rule without its limits */
    static Recurrence alone(Recurrence rule) {
        return new Recurrence.Builder(Frequency.DAILY).interval(rule.getInterval()).build();
    }

    @Override
    public boolean test(LocalDateTime day) {
        DayOfWeek weekday = DayOfWeek.values()[day.getDayOfWeek().getValue() % 7];
        int fromTheEnd = day.getDayOfMonth() - day.toLocalDate().lengthOfMonth() - 1;
        return (rule.getByDay().isEmpty() || rule.getByDay().stream().map(ByDay::getDay).anyMatch(weekday::equals))
            && (rule.getByMonth().isEmpty() || rule.getByMonth().contains(day.getMonthValue()))
            && (rule.getByMonthDay().isEmpty() || rule.getByMonthDay().contains(day.getDayOfMonth())
                || rule.getByMonthDay().contains(fromTheEnd));
    }
}
