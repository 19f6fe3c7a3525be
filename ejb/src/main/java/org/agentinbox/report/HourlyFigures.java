package org.agentinbox.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.agentinbox.platform.ArrayLiteral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** Makes, stores and reads the figures of hours and entries. Works in its caller's transaction. */
@ApplicationScoped
class HourlyFigures {

    /** The chats of an hour of the week by an entry. */
    record Part(WeekHour hour, String entry, ArrivalFigures figures) {}

    @PersistenceContext
    private EntityManager em;

    /** Stores the figures of a day whose daily figures are stored. */
    void make(LocalDate day, ZoneId zone) {
        em.createNativeQuery(HourlySql.CLEAR).setParameter("day", day).setParameter("zone", zone.getId()).executeUpdate();
        new DayBounds(List.of(day), zone).bind(em.createNativeQuery(HourlySql.STORE)).setParameter("zone", zone.getId()).executeUpdate();
        em.createNativeQuery(HourlySql.STORED).setParameter("day", day).setParameter("zone", zone.getId()).executeUpdate();
    }

    /** The figures of days that are stored, and of days that are computed; there may be several parts of an hour and an entry. */
    List<Part> of(List<LocalDate> stored, List<LocalDate> computed, ZoneId zone) {
        List<Part> parts = new ArrayList<>(parts(em.createNativeQuery(HourlySql.KEPT, Tuple.class).setParameter("zone", zone.getId())
            .setParameter("days", ArrayLiteral.of(stored))));
        if (!computed.isEmpty()) {
            parts.addAll(parts(new DayBounds(computed, zone).bind(em.createNativeQuery(HourlySql.NOW, Tuple.class))
                .setParameter("zone", zone.getId())));
        }
        return parts;
    }

    @SuppressWarnings("unchecked")
    private static List<Part> parts(Query query) {
        return ((List<Tuple>) query.getResultList()).stream().map(HourlyFigures::part).toList();
    }

    private static Part part(Tuple row) {
        return new Part(new WeekHour(DayOfWeek.of((int) number(row, "weekday")), (int) number(row, "hour")),
            row.get("entry_key", String.class),
            new ArrivalFigures(number(row, "requested"), number(row, "connected"), number(row, "missed"), number(row, "queued"),
                times(row, "leaving"), times(row, "accept"), times(row, "response"), times(row, "length"), times(row, "wait"),
                row.get("wait_longest") == null ? null : Long.valueOf(number(row, "wait_longest"))));
    }

    private static DurationStats times(Tuple row, String name) {
        return new DurationStats(number(row, name + "_count"), number(row, name + "_total"), null);
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
