package org.agentinbox.report;

import java.util.Collection;

/**
 * The figures of several days together, each as in {@link DayFigures}; their durations have means but no median.
 *
 * @param booked null where it is unknown for one of the days
 */
public record PeriodFigures(long requested, long connected, long missed, DurationStats accept, DurationStats response,
    DurationStats length, Long booked) {

    static PeriodFigures of(Collection<DayFigures> days) {
        PeriodFigures sum = new PeriodFigures(0, 0, 0, DurationStats.NONE, DurationStats.NONE, DurationStats.NONE, 0L);
        for (DayFigures day : days) {
            sum = sum.and(day);
        }
        return sum;
    }

    private PeriodFigures and(DayFigures day) {
        return new PeriodFigures(requested + day.requested(), connected + day.connected(), missed + day.missed(), accept.and(day.accept()),
            response.and(day.response()), length.and(day.length()),
            booked == null || day.booked() == null ? null : Long.valueOf(booked + day.booked()));
    }
}
