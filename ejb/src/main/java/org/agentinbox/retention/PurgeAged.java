package org.agentinbox.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What ages by itself: activities and the like, each by its own time, table by table. */
final class PurgeAged implements PurgeStep {

    /** By their places: what somebody changes at that moment lies elsewhere then, and is looked at again by the next run. */
    private static final String DELETE = "DELETE FROM %s WHERE ctid = ANY (ARRAY(SELECT place FROM found)) RETURNING 1";

    private final List<HistoryTables.Aged> all;
    private final int most;

    PurgeAged(List<HistoryTables.Aged> all, Limits limits) {
        this.all = all;
        most = limits.aged();
    }

    /** How many were found, and the last of them. */
    private record Found(long count, Instant at, UUID id) {

        static Found of(ResultSet row) throws SQLException {
            return new Found(row.getLong("count"), Rows.instant(row, "at"), row.getObject("id", UUID.class));
        }
    }

    @Override
    public Portion next(Rows rows, Run run) throws SQLException {
        int number = run.place() == null ? 0 : index(run.place().substring(0, run.place().indexOf(' ')));
        HistoryTables.Aged aged = all.get(number);
        String rest = run.place() == null ? "" : run.place().substring(run.place().indexOf(' ') + 1);
        Portion portion = next(rows, run, aged, AgedPlace.parse(rest.isEmpty() ? null : rest));
        if (portion.place() != null) {
            return portion;
        }
        return number + 1 < all.size() ? new Portion(portion.removed(), all.get(number + 1).table() + " ") : portion;
    }

    private int index(String table) {
        return IntStream.range(0, all.size()).filter(i -> all.get(i).table().equals(table)).findFirst().orElse(0);
    }

    private Portion next(Rows rows, Run run, HistoryTables.Aged aged, AgedPlace after) throws SQLException {
        String at = "t." + aged.at();
        String found = "SELECT t.ctid AS place, t.id, " + at + " AS at FROM " + aged.table() + " t WHERE " + at + " < ? AND (" + at + ", t.id) > (?, ?) AND NOT "
            + HeldVisitors.held("t.visitor_id") + " ORDER BY " + at + ", t.id LIMIT ?";
        String gone = run.dry() ? "SELECT 1 FROM found" : DELETE.formatted(aged.table());
        List<Found> last = rows.list(Found::of, "WITH found AS MATERIALIZED (" + found + "), gone AS (" + gone + ") "
            + "SELECT (SELECT count(*) FROM gone) AS count, f.at, f.id FROM found f ORDER BY f.at DESC, f.id DESC LIMIT 1", run.cutoff(), after.at(), after.id(), most);
        return last.isEmpty() ? Portion.END
            : new Portion(Map.of(aged.table(), last.get(0).count()), aged.table() + " " + new AgedPlace(last.get(0).at(), last.get(0).id()));
    }
}
