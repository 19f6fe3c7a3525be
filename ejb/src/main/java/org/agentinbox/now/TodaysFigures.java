package org.agentinbox.now;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** The figures of the present day, read at most once in five seconds for the same persons. Works in its caller's transaction. */
@ApplicationScoped
class TodaysFigures {

    private static final Duration FRESH = Duration.ofSeconds(5);
    /** Leads whose figures are kept; a bound, in case teams change often. */
    private static final int MOST_KEPT = 500;
    private static final UUID NOBODY = new UUID(0, 0);

    private static final String FIGURES = """
        WITH chats AS (SELECT CAST(extract(hour FROM c.requested_at AT TIME ZONE :zone) AS int) AS hour, c.state, c.end_reason, r.queued_at,
            c.accepted_at, CAST(extract(epoch FROM c.accepted_at - c.requested_at) * 1000 AS bigint) AS accept,
            CAST(extract(epoch FROM f.at - c.requested_at) * 1000 AS bigint) AS response
            FROM conversation c LEFT JOIN chat_request r ON r.conversation_id = c.id
            LEFT JOIN LATERAL (SELECT m.at FROM message m WHERE m.conversation_id = c.id AND m.author_kind = 'AGENT' AND m.kind = 'TEXT'
                ORDER BY m.seq LIMIT 1) f ON c.accepted_at IS NOT NULL
            WHERE c.requested_at >= :start AND (:everything OR c.agent_id IN (:members) OR r.team_id IN (:teams)))
        SELECT hour, count(*) AS requested, count(accepted_at) AS connected, count(*) FILTER (WHERE state = 'MISSED') AS missed,
            count(queued_at) AS queued, count(*) FILTER (WHERE state = 'MISSED' AND end_reason = 'VISITOR') AS visitor_left,
            percentile_disc(0.5) WITHIN GROUP (ORDER BY accept) AS accept,
            percentile_disc(0.5) WITHIN GROUP (ORDER BY response) AS response
        FROM chats GROUP BY GROUPING SETS ((), (hour)) ORDER BY hour
        """;

    private record Known(NowFigures figures, LocalDate day, long readAtNanos) {}

    private final Map<Snapshot.Scope, Known> known = new ConcurrentHashMap<>();
    @PersistenceContext
    private EntityManager em;
    @Inject
    private Settings settings;
    @Inject
    private Clock clock;

    /** The zone of the reports, so that the day is the same as theirs. */
    ZoneId zone() {
        return settings.batch().zone();
    }

    /** The chats that members of a lead's teams had, and those that were meant for these teams. */
    NowFigures of(Snapshot.Scope scope) {
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        LocalDate day = clock.instant().atZone(zone()).toLocalDate();
        return known.compute(scope, (key, earlier) -> earlier != null && earlier.day().equals(day)
            && System.nanoTime() - earlier.readAtNanos() < FRESH.toNanos() ? earlier : new Known(read(scope, day), day, System.nanoTime()))
            .figures();
    }

    @SuppressWarnings("unchecked")
    private NowFigures read(Snapshot.Scope scope, LocalDate day) {
        Query query = em.createNativeQuery(FIGURES, Tuple.class).setParameter("zone", zone().getId())
            .setParameter("start", day.atStartOfDay(zone()).toInstant()).setParameter("everything", scope.everything())
            .setParameter("members", someOf(scope.members())).setParameter("teams", someOf(scope.teams()));
        List<NowHour> hours = new ArrayList<>();
        Tuple all = null;
        for (Tuple row : (List<Tuple>) query.getResultList()) {
            if (row.get("hour") == null) {
                all = row;
            } else {
                hours.add(new NowHour(number(row, "hour"), number(row, "requested"), number(row, "connected")));
            }
        }
        return new NowFigures(number(all, "requested"), number(all, "connected"), number(all, "missed"), number(all, "queued"),
            number(all, "visitor_left"), millis(all, "accept"), millis(all, "response"), hours);
    }

    private static Set<UUID> someOf(Set<UUID> ids) {
        return ids.isEmpty() ? Set.of(NOBODY) : ids;
    }

    private static int number(Tuple row, String column) {
        return row.get(column, Number.class).intValue();
    }

    private static Long millis(Tuple row, String column) {
        Number value = row.get(column, Number.class);
        return value == null ? null : Long.valueOf(value.longValue());
    }
}
