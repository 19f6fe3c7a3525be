package org.agentinbox.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

import org.agentinbox.platform.ArrayLiteral;

import jakarta.persistence.Query;

/** When days of a zone begin and end, whether they have 23, 24 or 25 hours, or no midnight. */
record DayBounds(List<LocalDate> days, ZoneId zone) {

    static DayBounds of(DateRange range, ZoneId zone) {
        return new DayBounds(range.days(), zone);
    }

    /** Binds them as texts that the statement casts to arrays. */
    Query bind(Query query) {
        return query.setParameter("days", array(day -> day)).setParameter("starts", starts())
            .setParameter("ends", array(day -> day.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    Instant start() {
        return days.get(0).atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return days.get(days.size() - 1).plusDays(1).atStartOfDay(zone).toInstant();
    }

    String starts() {
        return array(day -> day.atStartOfDay(zone).toInstant());
    }

    private String array(Function<LocalDate, Object> each) {
        return ArrayLiteral.of(days.stream().map(each).toList());
    }
}
