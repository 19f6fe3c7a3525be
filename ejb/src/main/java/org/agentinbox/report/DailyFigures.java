package org.agentinbox.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Makes and keeps the figures of days. What they count, the comments of the table {@code daily_figure} say. */
@ApplicationScoped
class DailyFigures {

    /** Times in milliseconds: how many, their sum, the middle one. */
    private static final String TIMES = """
        count(%1$s) AS %2$s_count, COALESCE(sum(%1$s), 0) AS %2$s_total, percentile_disc(0.5) WITHIN GROUP (ORDER BY %1$s) AS %2$s_median""";
    private static final String CHATS = """
        WITH chats AS (SELECT c.id, c.state, c.agent_id, c.accepted_at IS NOT NULL AS connected, %s AS accept, %s AS response, %s AS length
            FROM conversation c
            LEFT JOIN LATERAL (SELECT min(m.at) AS at FROM message m WHERE m.conversation_id = c.id AND m.author_kind = 'AGENT' AND m.kind = 'TEXT') r
                ON c.accepted_at IS NOT NULL
            WHERE c.requested_at >= :start AND c.requested_at < :end)""".formatted(
                between("c.requested_at", "c.accepted_at"), between("c.requested_at", "r.at"), between("c.accepted_at", "c.ended_at"));
    private static final String OF_ALL = "SELECT CAST(NULL AS uuid) AS agent_id, count(*) FILTER (WHERE state IN ('WAITING', 'ACTIVE')) AS open, "
        + "count(*) AS requested, count(*) FILTER (WHERE connected) AS connected, count(*) FILTER (WHERE state = 'MISSED') AS missed, "
        + times("accept") + ", " + times("response") + ", " + times("length") + " FROM chats";
    private static final String OFFERED = "SELECT o.agent_id, count(*) AS requested, count(*) FILTER (WHERE o.state = 'ACCEPTED') AS connected, "
        + "count(*) FILTER (WHERE o.state = 'LAPSED') AS missed, " + TIMES.formatted(acceptTime(), "accept")
        + " FROM chats c JOIN offer o ON o.conversation_id = c.id GROUP BY o.agent_id";
    private static final String HAD = "SELECT agent_id, count(*) FILTER (WHERE state = 'ACTIVE') AS open, " + times("response") + ", " + times("length")
        + " FROM chats WHERE agent_id IS NOT NULL GROUP BY agent_id";
    private static final String OF_AGENTS = "SELECT agent_id, COALESCE(h.open, 0), COALESCE(f.requested, 0), COALESCE(f.connected, 0), COALESCE(f.missed, 0), "
        + "COALESCE(f.accept_count, 0), COALESCE(f.accept_total, 0), f.accept_median, COALESCE(h.response_count, 0), COALESCE(h.response_total, 0), "
        + "h.response_median, COALESCE(h.length_count, 0), COALESCE(h.length_total, 0), h.length_median FROM offered f FULL JOIN had h USING (agent_id)";
    private static final String COLUMNS = "open, requested, connected, missed, accept_count, accept_total, accept_median, response_count, "
        + "response_total, response_median, length_count, length_total, length_median";
    private static final String STORE = CHATS + ", offered AS (" + OFFERED + "), had AS (" + HAD + ") "
        + "INSERT INTO daily_figure AS d (day, zone, agent_id, " + COLUMNS + ") SELECT :day, :zone, f.* FROM (" + OF_ALL + " UNION ALL " + OF_AGENTS + ") f "
        + "ON CONFLICT (day, zone, agent_id) DO UPDATE SET (" + COLUMNS + ") = ROW(" + of("EXCLUDED") + ") "
        + "WHERE ROW(" + of("d") + ") IS DISTINCT FROM ROW(" + of("EXCLUDED") + ")";

    @PersistenceContext
    private EntityManager em;

    private static String between(String from, String to) {
        return "CAST(extract(epoch FROM " + to + " - " + from + ") * 1000 AS bigint)";
    }

    private static String acceptTime() {
        return "CASE WHEN o.state = 'ACCEPTED' THEN " + between("o.offered_at", "o.answered_at") + " END";
    }

    private static String times(String name) {
        return TIMES.formatted(name, name);
    }

    private static String of(String row) {
        return row + "." + COLUMNS.replace(", ", ", " + row + ".");
    }

    /** The days that are over, whose history is there as a whole, and whose figures are missing or may still change. */
    @Transactional(TxType.REQUIRES_NEW)
    List<LocalDate> due(Instant now, ZoneId zone) {
        Optional<LocalDate> first = first(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (first.isEmpty() || !first.get().isBefore(today)) {
            return List.of();
        }
        Set<Object> done = new HashSet<>(em.createNativeQuery("SELECT day FROM daily_figure WHERE zone = :zone AND agent_id IS NULL AND open = 0",
            LocalDate.class).setParameter("zone", zone.getId()).getResultList());
        return first.get().datesUntil(today).filter(day -> !done.contains(day)).toList();
    }

    /** The first day of which nothing was purged. */
    private Optional<LocalDate> first(ZoneId zone) {
        Object oldest = em.createNativeQuery("SELECT min(requested_at) FROM conversation", Instant.class).getSingleResult();
        Object cutoff = em.createNativeQuery("SELECT max(cutoff) FROM retention_run WHERE NOT dry_run", Instant.class).getSingleResult();
        LocalDate unpurged = cutoff == null ? LocalDate.MIN : ((Instant) cutoff).minusMillis(1).atZone(zone).toLocalDate().plusDays(1);
        return Optional.ofNullable((Instant) oldest).map(at -> at.atZone(zone).toLocalDate()).map(day -> day.isAfter(unpurged) ? day : unpurged);
    }

    /** Makes the figures of a day anew; gives how many rows that changed. */
    @Transactional(TxType.REQUIRES_NEW)
    int make(LocalDate day, ZoneId zone) {
        return em.createNativeQuery(STORE).setParameter("day", day).setParameter("zone", zone.getId())
            .setParameter("start", day.atStartOfDay(zone).toInstant()).setParameter("end", day.plusDays(1).atStartOfDay(zone).toInstant()).executeUpdate();
    }
}
