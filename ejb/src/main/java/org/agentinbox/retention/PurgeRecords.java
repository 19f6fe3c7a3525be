package org.agentinbox.retention;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Removes records of persons whom no visitor claims to be any more, and for whom nobody has vouched since the cutoff. */
final class PurgeRecords implements PurgeStep {

    private final HistoryTables tables;
    private final int window;

    PurgeRecords(HistoryTables tables, PurgeLimits limits) {
        this.tables = tables;
        window = limits.visitors();
    }

    @Override
    public PurgeChunk next(JdbcSession session, PurgeRun run) throws SQLException {
        UUID after = run.cursor() == null ? new UUID(0, 0) : UUID.fromString(run.cursor());
        UUID[] looked = session.ids("SELECT id FROM visitor_record WHERE id > ? ORDER BY id LIMIT ?", after, window);
        if (looked.length == 0) {
            return PurgeChunk.END;
        }
        UUID[] going = going(session, run, looked);
        if (!run.dry() && going.length > 0) {
            // A visitor who claims to be that person at this moment waits for this lock, or the record is skipped. The condition is checked
            // again under the lock.
            going = going(session, run,
                session.ids("SELECT id FROM visitor_record WHERE id = ANY (?) ORDER BY id FOR UPDATE SKIP LOCKED", (Object) going));
        }
        Deletion deletion = new Deletion(session, tables, run.dry());
        deletion.rowsOf("visitor_record", going);
        return new PurgeChunk(deletion.removed(), looked[looked.length - 1].toString());
    }

    private UUID[] going(JdbcSession session, PurgeRun run, UUID[] among) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(among, run.cutoff(), run.cutoff(), run.dry()));
        String visitorGoes = PurgeVisitors.goes(tables.aged(), run, values);
        return session.ids(
            "SELECT r.id FROM visitor_record r WHERE r.id = ANY (?) AND r.created_at < ? AND (r.verified_at IS NULL OR r.verified_at < ?) "
                + "AND NOT EXISTS (SELECT FROM visitor v WHERE v.record_id = r.id AND NOT (? AND " + visitorGoes + "))",
            values.toArray());
    }
}
