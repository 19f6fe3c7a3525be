package org.agentinbox.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.agentinbox.platform.ArrayLiteral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Makes, stores and reads the figures of days. */
@ApplicationScoped
class DailyFigures {

    /** The days whose figures do not change any more. */
    private static final String DONE = "SELECT day FROM daily_figure WHERE zone = :zone AND agent_id IS NULL AND open = 0 AND ended IS "
        + "NOT NULL AND by_hour";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private HourlyFigures hours;

    /** The days that are over, of which nothing was purged, and whose figures are missing or may still change. */
    @Transactional(TxType.REQUIRES_NEW)
    List<LocalDate> due(Instant now, ZoneId zone) {
        Optional<LocalDate> first = first(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (first.isEmpty() || !first.get().isBefore(today)) {
            return List.of();
        }
        List<?> kept = em.createNativeQuery(DONE, LocalDate.class).setParameter("zone", zone.getId()).getResultList();
        Set<?> done = new HashSet<>(kept);
        return first.get().datesUntil(today).filter(day -> !done.contains(day)).toList();
    }

    /** The first day with history of which nothing was purged. */
    private Optional<LocalDate> first(ZoneId zone) {
        Object oldest = em.createNativeQuery("SELECT min(requested_at) FROM conversation", Instant.class).getSingleResult();
        LocalDate whole = wholeSince(zone).orElse(LocalDate.MIN);
        return Optional.ofNullable((Instant) oldest).map(at -> at.atZone(zone).toLocalDate()).map(day -> day.isAfter(whole) ? day : whole);
    }

    /** The first day from which on nothing was purged; empty where there was no purge. */
    Optional<LocalDate> wholeSince(ZoneId zone) {
        Object cutoff = em.createNativeQuery("SELECT max(cutoff) FROM retention_run WHERE NOT dry_run", Instant.class).getSingleResult();
        return Optional.ofNullable((Instant) cutoff).map(at -> at.minusMillis(1).atZone(zone).toLocalDate().plusDays(1));
    }

    /** Computes and stores the figures of a day; returns how many rows that changed. */
    @Transactional(TxType.REQUIRES_NEW)
    int make(LocalDate day, ZoneId zone) {
        int changed = new DayBounds(List.of(day), zone).bind(em.createNativeQuery(FiguresSql.STORE)).setParameter("zone", zone.getId())
            .executeUpdate();
        hours.make(day, zone);
        return changed;
    }

    /**
     * The figures of days, of all agents together or of some: the stored ones, and where they are not final those computed from the
     * history. A day that has neither is missing. Works in its caller's transaction.
     */
    Map<LocalDate, DayFigures> figures(DateRange range, AgentFilter whose, ZoneId zone) {
        Map<LocalDate, DayFigures> figures = new TreeMap<>(kept(range, new AgentFilter(null), zone));
        if (!whose.isEverybody()) {
            figures.replaceAll((day, all) -> DayFigures.none(day, all.booked() == null ? null : Long.valueOf(0)));
            figures.putAll(kept(range, whose, zone));
        }
        figures.putAll(now(unfinished(range, zone), whose, zone));
        return figures;
    }

    /** What each agent did on the days of a range together, by their ids; who did nothing is missing. Works in its caller's transaction. */
    Map<UUID, AgentFigures> byAgent(DateRange range, ZoneId zone) {
        List<LocalDate> unfinished = unfinished(range, zone);
        String kept = ArrayLiteral.of(range.days().stream().filter(day -> !unfinished.contains(day)).toList());
        Map<UUID, AgentFigures> figures = new HashMap<>();
        add(figures, em.createNativeQuery(FiguresSql.keptByAgent(), Tuple.class).setParameter("zone", zone.getId())
            .setParameter("days", kept));
        if (!unfinished.isEmpty()) {
            add(figures, new DayBounds(unfinished, zone).bind(em.createNativeQuery(FiguresSql.nowByAgent(), Tuple.class)));
        }
        return figures;
    }

    /** The figures of all chats of a range by hour and entry; of days that are purged as far as they were made in time. */
    List<HourlyFigures.Part> byHour(DateRange range, ZoneId zone) {
        List<LocalDate> unfinished = unfinished(range, zone);
        return hours.of(range.days().stream().filter(day -> !unfinished.contains(day)).toList(), unfinished, zone);
    }

    private static void add(Map<UUID, AgentFigures> figures, Query query) {
        rows(query).forEach(row -> figures.merge(row.get("agent_id", UUID.class),
            new AgentFigures(
                new PeriodFigures(number(row, "requested"), number(row, "connected"), number(row, "missed"), times(row, "accept"),
                    times(row, "response"), times(row, "length"), number(row, "booked")),
                number(row, "declined"), number(row, "had"), number(row, "handed_on"), number(row, "ended")),
            AgentFigures::and));
    }

    /** The days of a range whose stored figures may still change, or are missing, and which can be computed. */
    private List<LocalDate> unfinished(DateRange range, ZoneId zone) {
        List<?> days = em.createNativeQuery(DONE + " AND day BETWEEN :from AND :to", LocalDate.class).setParameter("zone", zone.getId())
            .setParameter("from", range.from()).setParameter("to", range.to()).getResultList();
        Set<?> done = new HashSet<>(days);
        LocalDate whole = wholeSince(zone).orElse(LocalDate.MIN);
        return range.days().stream().filter(day -> !done.contains(day) && !day.isBefore(whole)).toList();
    }

    private Map<LocalDate, DayFigures> kept(DateRange range, AgentFilter whose, ZoneId zone) {
        return read(whose.bind(em.createNativeQuery(FiguresSql.keptByDay(whose), Tuple.class)).setParameter("zone", zone.getId())
            .setParameter("from", range.from()).setParameter("to", range.to()));
    }

    private Map<LocalDate, DayFigures> now(List<LocalDate> days, AgentFilter whose, ZoneId zone) {
        Map<LocalDate, DayFigures> figures = new HashMap<>();
        if (!days.isEmpty()) {
            days.forEach(day -> figures.put(day, DayFigures.none(day, 0L)));
            figures.putAll(read(new DayBounds(days, zone).bind(whose.bind(em.createNativeQuery(FiguresSql.nowByDay(whose), Tuple.class)))));
        }
        return figures;
    }

    private static Map<LocalDate, DayFigures> read(Query query) {
        Map<LocalDate, DayFigures> figures = new HashMap<>();
        for (Tuple row : rows(query)) {
            LocalDate day = LocalDate.parse(row.get("day", String.class));
            figures.put(day,
                new DayFigures(day, number(row, "open"), number(row, "requested"), number(row, "connected"), number(row, "missed"),
                    times(row, "accept"), times(row, "response"), times(row, "length"), number(row, "booked")));
        }
        return figures;
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }

    private static DurationStats times(Tuple row, String name) {
        return new DurationStats(number(row, name + "_count"), number(row, name + "_total"), number(row, name + "_median"));
    }

    private static Long number(Tuple row, String column) {
        Object value = row.get(column);
        return value == null ? null : Long.valueOf(((Number) value).longValue());
    }
}
