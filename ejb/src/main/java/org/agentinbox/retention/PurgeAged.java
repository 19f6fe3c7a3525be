package org.agentinbox.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Removes rows by their own age, such as activities, table by table. */
final class PurgeAged implements PurgeStep {

    /**
     * Deletes by the physical position of rows. A row that is changed at that moment gets another position, and is left for the next run.
     */
    private static final String DELETE = "DELETE FROM %s WHERE ctid = ANY (ARRAY(SELECT place FROM found)) RETURNING 1";

    private final List<HistoryTables.Aged> all;
    private final int most;

    PurgeAged(List<HistoryTables.Aged> all, PurgeLimits limits) {
        this.all = all;
        most = limits.aged();
    }

    /** How many rows were found, and the last of them. */
    private record Found(long count, Instant at, UUID id) {

        static Found of(ResultSet row) throws SQLException {
            return new Found(row.getLong("count"), JdbcSession.instant(row, "at"), row.getObject("id", UUID.class));
        }
    }

    @Override
    public PurgeChunk next(JdbcSession session, PurgeRun run) throws SQLException {
        int number = run.cursor() == null ? 0 : index(run.cursor().substring(0, run.cursor().indexOf(' ')));
        HistoryTables.Aged aged = all.get(number);
        String rest = run.cursor() == null ? "" : run.cursor().substring(run.cursor().indexOf(' ') + 1);
        PurgeChunk chunk = next(session, run, aged, PurgeCursor.parse(rest.isEmpty() ? null : rest));
        if (chunk.cursor() != null) {
            return chunk;
        }
        return number + 1 < all.size() ? new PurgeChunk(chunk.removed(), all.get(number + 1).table() + " ") : chunk;
    }

    private int index(String table) {
        return IntStream.range(0, all.size()).filter(i -> all.get(i).table().equals(table)).findFirst().orElse(0);
    }

    private PurgeChunk next(JdbcSession session, PurgeRun run, HistoryTables.Aged aged, PurgeCursor after) throws SQLException {
        String at = "t." + aged.at();
        String found = "SELECT t.ctid AS place, t.id, " + at + " AS at FROM " + aged.table() + " t WHERE " + at + " < ? AND (" + at
            + ", t.id) > (?, ?) AND NOT "
            + LegalHolds.held("t.visitor_id") + " ORDER BY " + at + ", t.id LIMIT ?";
        String gone = run.dry() ? "SELECT 1 FROM found" : DELETE.formatted(aged.table());
        List<Found> last = session.list(Found::of, "WITH found AS MATERIALIZED (" + found + "), gone AS (" + gone + ") "
            + "SELECT (SELECT count(*) FROM gone) AS count, f.at, f.id FROM found f ORDER BY f.at DESC, f.id DESC LIMIT 1", run.cutoff(),
            after.at(), after.id(), most);
        return last.isEmpty() ? PurgeChunk.END
            : new PurgeChunk(Map.of(aged.table(), last.get(0).count()),
                aged.table() + " " + new PurgeCursor(last.get(0).at(), last.get(0).id()));
    }
}
