package org.agentinbox.retention;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Partitions of messages that are past as a whole, the oldest first: dropped, with the few messages that are kept moved out of them.
 * Where more are kept than can be moved while everybody waits, or where no moment was found in which nobody was at the messages, those
 * that belong to nothing go one by one.
 */
final class PurgeMessages implements PurgeStep {

    private final Limits limits;
    private final boolean single;

    /** @param single whether to try no drop */
    PurgeMessages(Limits limits, boolean single) {
        this.limits = limits;
        this.single = single;
    }

    private record Whole(String part, UUID end) {
    }

    @Override
    public Portion next(Rows rows, Run run) throws SQLException {
        UUID after = run.place() == null ? new UUID(0, 0) : UUID.fromString(run.place());
        List<Whole> next = rows.list(row -> new Whole(row.getString(1), row.getObject(2, UUID.class)),
            "SELECT part::text, end_id FROM message_partition WHERE end_id <= first_id(?) AND end_id > ? ORDER BY end_id LIMIT 1", run.cutoff(), after);
        if (next.isEmpty()) {
            return Portion.END;
        }
        return run.dry() ? counted(rows, run, next.get(0)) : removed(rows, run, next.get(0));
    }

    private static Portion counted(Rows rows, Run run, Whole whole) throws SQLException {
        long going = rows.count("SELECT count(*) FROM " + whole.part() + " m WHERE NOT EXISTS (SELECT FROM conversation c WHERE c.id = m.conversation_id "
            + "AND (c.ended_at IS NULL OR c.ended_at >= ? OR " + HeldVisitors.held("c.visitor_id") + "))", run.cutoff());
        return new Portion(Map.of("message", going), whole.end().toString());
    }

    private Portion removed(Rows rows, Run run, Whole whole) throws SQLException {
        if (!single) {
            Long dropped = rows.list(row -> row.getObject(1, Long.class), "SELECT drop_message_partition(?::regclass, ?)", whole.part(), limits.moved()).get(0);
            if (dropped != null) {
                return new Portion(Map.of("message", dropped), whole.end().toString());
            }
        }
        long gone = rows.update("DELETE FROM " + whole.part() + " WHERE ctid = ANY (ARRAY(SELECT m.ctid FROM " + whole.part()
            + " m WHERE NOT EXISTS (SELECT FROM conversation c WHERE c.id = m.conversation_id) LIMIT ?))", limits.messages());
        return gone == 0 ? new Portion(Map.of(), whole.end().toString()) : new Portion(Map.of("message", gone), run.place() == null
            ? new UUID(0, 0).toString() : run.place());
    }
}
