package org.agentinbox.retention;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Removes visitors who were not seen since the cutoff, of whom no history is left, and who are under no legal hold. A dry run counts those
 * of whom no history would be left.
 */
final class PurgeVisitors implements PurgeStep {

    private final HistoryTables tables;
    private final int window;

    PurgeVisitors(HistoryTables tables, PurgeLimits limits) {
        this.tables = tables;
        window = limits.visitors();
    }

    private record Seen(UUID id, boolean longAgo) {}

    @Override
    public PurgeChunk next(JdbcSession session, PurgeRun run) throws SQLException {
        UUID after = run.cursor() == null ? new UUID(0, 0) : UUID.fromString(run.cursor());
        List<Seen> looked = session.list(row -> new Seen(row.getObject(1, UUID.class), row.getBoolean(2)),
            "SELECT id, seen_at < ? FROM visitor WHERE id > ? ORDER BY id LIMIT ?", run.cutoff(), after, window);
        if (looked.isEmpty()) {
            return PurgeChunk.END;
        }
        UUID[] going = looked.stream().filter(Seen::longAgo).map(Seen::id).toArray(UUID[]::new);
        if (!run.dry() && going.length > 0) {
            // A visitor who comes back or asks for a chat at this moment waits for this lock, or is skipped. The condition is checked again
            // under the lock.
            going = session.ids("SELECT id FROM visitor WHERE id = ANY (?) ORDER BY id FOR UPDATE SKIP LOCKED", (Object) going);
        }
        Deletion deletion = new Deletion(session, tables, run.dry());
        if (going.length > 0) {
            deletion.visitors(going(session, run, going));
        }
        return new PurgeChunk(deletion.removed(), looked.get(looked.size() - 1).id().toString());
    }

    private UUID[] going(JdbcSession session, PurgeRun run, UUID[] among) throws SQLException {
        List<Object> values = new ArrayList<>();
        values.add(among);
        String goes = goes(tables.aged(), run, values);
        return session.ids("SELECT v.id FROM visitor v WHERE v.id = ANY (?) AND " + goes, values.toArray());
    }

    /**
     * The condition under which a visitor {@code v} is removed.
     *
     * @param all the tables whose rows keep their visitor
     * @param values the values of its parameters are added here
     */
    static String goes(List<HistoryTables.Aged> all, PurgeRun run, List<Object> values) {
        StringBuilder sql = new StringBuilder("v.seen_at < ? AND NOT " + LegalHolds.held("v.id")
            + " AND NOT EXISTS (SELECT FROM conversation c WHERE c.visitor_id = v.id AND NOT (? AND c.ended_at IS NOT NULL AND c.ended_at "
            + "< ?))");
        values.addAll(List.of(run.cutoff(), run.dry(), run.cutoff()));
        for (HistoryTables.Aged table : all) {
            sql.append(" AND NOT EXISTS (SELECT FROM ").append(table.table()).append(" t WHERE t.visitor_id = v.id AND NOT (? AND t.")
                .append(table.at())
                .append(" < ?))");
            values.addAll(List.of(run.dry(), run.cutoff()));
        }
        return sql.toString();
    }
}
