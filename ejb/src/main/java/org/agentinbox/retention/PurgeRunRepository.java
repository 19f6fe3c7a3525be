package org.agentinbox.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.agentinbox.platform.Ids;

/** Stores the records of runs. Works in the caller's transaction. */
final class PurgeRunRepository {

    private final JdbcSession session;

    PurgeRunRepository(JdbcSession session) {
        this.session = session;
    }

    /**
     * The parameters with which a run is started.
     *
     * @param instance the job's, the same for a run and its restarts
     * @param execution the present one
     */
    record Wanted(long instance, long execution, String startedBy, Instant cutoff, boolean dry) {}

    /** Opens a new run, or the one that is restarted: that keeps its cutoff and whether it is dry, whatever the parameters say. */
    PurgeRun open(Wanted wanted, Instant now) throws SQLException {
        List<PurgeRun> before = session.list(PurgeRunRepository::run,
            "UPDATE retention_run SET job_execution = ?, state = 'RUNNING', active_at = ?, ended_at = NULL "
                + "WHERE job_instance = ? AND state <> 'COMPLETED' RETURNING id, cutoff, dry_run, place",
            wanted.execution(), now, wanted.instance());
        if (!before.isEmpty()) {
            return before.get(0);
        }
        UUID id = Ids.next(now);
        session.update(
            "INSERT INTO retention_run (id, kind, job_instance, job_execution, started_by, cutoff, dry_run, state, started_at, active_at) "
                + "VALUES (?, 'PURGE', ?, ?, ?, ?, ?, 'RUNNING', ?, ?)",
            id, wanted.instance(), wanted.execution(), wanted.startedBy(), wanted.cutoff(),
            wanted.dry(), now, now);
        return new PurgeRun(id, wanted.cutoff(), wanted.dry(), null);
    }

    /** Reads the run and locks it until the transaction ends. */
    PurgeRun take(UUID id) throws SQLException {
        return session.list(PurgeRunRepository::run, "SELECT id, cutoff, dry_run, place FROM retention_run WHERE id = ? FOR UPDATE", id)
            .get(0);
    }

    private static PurgeRun run(ResultSet row) throws SQLException {
        return new PurgeRun(row.getObject("id", UUID.class), JdbcSession.instant(row, "cutoff"), row.getBoolean("dry_run"),
            row.getString("place"));
    }

    void moved(UUID id, String place, Map<String, Long> removed, Instant now) throws SQLException {
        session.update("UPDATE retention_run SET place = ?, active_at = ? WHERE id = ?", place, now, id);
        add(id, removed);
    }

    void closed(UUID id, String state, Instant now) throws SQLException {
        session.update("UPDATE retention_run SET state = ?, active_at = ?, ended_at = ? WHERE id = ?", state, now, now, id);
    }

    /** Records an erasure that is done in this transaction. */
    void erased(String by, Map<String, Long> removed, Instant now) throws SQLException {
        UUID id = Ids.next(now);
        session.update("INSERT INTO retention_run (id, kind, started_by, dry_run, state, started_at, active_at, ended_at) "
            + "VALUES (?, 'ERASURE', ?, false, 'COMPLETED', ?, ?, ?)", id, by, now, now, now);
        add(id, removed);
    }

    private void add(UUID id, Map<String, Long> removed) throws SQLException {
        if (!removed.isEmpty()) {
            List<Map.Entry<String, Long>> all = List.copyOf(removed.entrySet());
            session.update("INSERT INTO retention_count (run_id, kind, removed) SELECT ?, * FROM unnest(?, ?) "
                + "ON CONFLICT (run_id, kind) DO UPDATE SET removed = retention_count.removed + EXCLUDED.removed", id,
                all.stream().map(Map.Entry::getKey).toArray(String[]::new), all.stream().map(Map.Entry::getValue).toArray(Long[]::new));
        }
    }

    Map<String, Long> counts(UUID id) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        session.list(row -> counts.put(row.getString(1), row.getLong(2)), "SELECT kind, removed FROM retention_count WHERE run_id = ?", id);
        return counts;
    }
}
