package org.agentinbox.report;

import java.util.Collection;

/**
 * The figures of several days together, each as in {@link DayFigures}; their durations have means but no median.
 *
 * @param booked null where it is unknown for one of the days
 */
public record PeriodFigures(long requested, long connected, long missed, DurationStats accept, DurationStats response,
    DurationStats length, Long booked) {

    static final PeriodFigures NONE = new PeriodFigures(0, 0, 0, DurationStats.NONE, DurationStats.NONE, DurationStats.NONE, 0L);

    static PeriodFigures of(Collection<DayFigures> days) {
        PeriodFigures sum = NONE;
        for (DayFigures day : days) {
            sum = sum.and(new PeriodFigures(day.requested(), day.connected(), day.missed(), day.accept(), day.response(), day.length(),
                day.booked()));
        }
        return sum;
    }

    PeriodFigures and(PeriodFigures others) {
        return new PeriodFigures(requested + others.requested, connected + others.connected, missed + others.missed,
            accept.and(others.accept), response.and(others.response), length.and(others.length),
            booked == null || others.booked == null ? null : Long.valueOf(booked + others.booked));
    }
}
