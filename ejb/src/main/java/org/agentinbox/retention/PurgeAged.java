package org.agentinbox.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What ages by itself: activities and the like, each by its own time, table by table. */
final class PurgeAged implements PurgeStep {

    private final int most;

    PurgeAged(Limits limits) {
        most = limits.aged();
    }

    private record Found(UUID id, Instant at) {
    }

    @Override
    public Portion next(Rows rows, Run run) throws SQLException {
        List<HistoryTables.Aged> all = new HistoryTables(rows).aged();
        int number = run.place() == null ? 0 : index(all, run.place().substring(0, run.place().indexOf(' ')));
        HistoryTables.Aged aged = all.get(number);
        String rest = run.place() == null ? "" : run.place().substring(run.place().indexOf(' ') + 1);
        Portion portion = next(rows, run, aged, AgedPlace.parse(rest.isEmpty() ? null : rest));
        if (portion.place() != null) {
            return portion;
        }
        return number + 1 < all.size() ? new Portion(portion.removed(), all.get(number + 1).table() + " ") : portion;
    }

    private static int index(List<HistoryTables.Aged> all, String table) {
        return IntStream.range(0, all.size()).filter(i -> all.get(i).table().equals(table)).findFirst().orElse(0);
    }

    private Portion next(Rows rows, Run run, HistoryTables.Aged aged, AgedPlace after) throws SQLException {
        String at = aged.at();
        List<Found> found = rows.list(row -> new Found(row.getObject(1, UUID.class), Rows.instant(row, "at")),
            "SELECT t.id, t." + at + " AS at FROM " + aged.table() + " t WHERE t." + at + " < ? AND (t." + at + ", t.id) > (?, ?) AND NOT "
                + HeldVisitors.held("t.visitor_id") + " ORDER BY t." + at + ", t.id LIMIT ?", run.cutoff(), after.at(), after.id(), most);
        if (found.isEmpty()) {
            return Portion.END;
        }
        Deletion deletion = new Deletion(rows, run.dry());
        deletion.aged(aged, found.stream().map(Found::id).toArray(UUID[]::new));
        Found last = found.get(found.size() - 1);
        return new Portion(deletion.removed(), aged.table() + " " + new AgedPlace(last.at(), last.id()));
    }
}
