package org.agentinbox.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.agentinbox.platform.RefusedException;

/**
 * The days of a report.
 *
 * @param from the first
 * @param to the last, not before the first
 */
public record DateRange(LocalDate from, LocalDate to) {

    /** The most days of a report: a leap year. */
    public static final int MOST_DAYS = 366;
    /** How many days a report has where no range is given. */
    public static final int USUAL_DAYS = 30;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /**
     * @param from the first day; null for a range of 30 days
     * @param to the last day; null for today; days in the future are left out
     * @param today the present day
     * @return the range
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD} of {@code from} or {@code to} where the range is
     * backwards, longer than 366 days, or before the year 2000
     */
    public static DateRange of(LocalDate from, LocalDate to, LocalDate today) {
        LocalDate last = to == null || to.isAfter(today) ? today : to;
        if (last.isBefore(EARLIEST)) {
            throw RefusedException.ofField("to", "a day not before " + EARLIEST);
        }
        // Only now: before the first day that Java knows there is none.
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1L) : from;
        if (first.isAfter(last) || first.isBefore(EARLIEST) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw RefusedException.ofField("from",
                "a day from " + EARLIEST + " on, not after the last, at most " + MOST_DAYS + " days in all");
        }
        return new DateRange(first, last);
    }

    /** @return how many days it has */
    public int length() {
        return (int) ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** @return its days in order */
    public List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    /** @return the range of the same length that ends on the day before this one */
    public DateRange before() {
        return new DateRange(from.minusDays(length()), from.minusDays(1));
    }

    Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
