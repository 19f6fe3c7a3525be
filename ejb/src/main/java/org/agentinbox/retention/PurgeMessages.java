package org.agentinbox.retention;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Drops partitions of messages that lie wholly before the cutoff, the oldest first, after the few messages that must be kept were moved
 * out. Where there are too many to move while others wait, or where the lock could not be got, messages without a conversation are deleted
 * one by one instead.
 */
final class PurgeMessages implements PurgeStep {

    private final PurgeLimits limits;
    private final boolean single;

    /** @param single whether to delete one by one without trying to drop */
    PurgeMessages(PurgeLimits limits, boolean single) {
        this.limits = limits;
        this.single = single;
    }

    private record Whole(String part, UUID end) {}

    @Override
    public PurgeChunk next(JdbcSession session, PurgeRun run) throws SQLException {
        UUID after = run.cursor() == null ? new UUID(0, 0) : UUID.fromString(run.cursor());
        List<Whole> next = session.list(row -> new Whole(row.getString(1), row.getObject(2, UUID.class)),
            "SELECT part::text, end_id FROM message_partition WHERE end_id <= first_id(?) AND end_id > ? ORDER BY end_id LIMIT 1",
            run.cutoff(), after);
        if (next.isEmpty()) {
            return PurgeChunk.END;
        }
        return run.dry() ? counted(session, run, next.get(0)) : removed(session, run, next.get(0));
    }

    private static PurgeChunk counted(JdbcSession session, PurgeRun run, Whole whole) throws SQLException {
        long going = session.count(
            "SELECT count(*) FROM " + whole.part() + " m WHERE NOT EXISTS (SELECT FROM conversation c WHERE c.id = m.conversation_id "
                + "AND (c.ended_at IS NULL OR c.ended_at >= ? OR " + LegalHolds.held("c.visitor_id") + "))",
            run.cutoff());
        return new PurgeChunk(Map.of("message", going), whole.end().toString());
    }

    private PurgeChunk removed(JdbcSession session, PurgeRun run, Whole whole) throws SQLException {
        if (!single) {
            Long dropped = session
                .list(row -> row.getObject(1, Long.class), "SELECT drop_message_partition(?::regclass, ?)", whole.part(), limits.moved())
                .get(0);
            if (dropped != null) {
                return new PurgeChunk(Map.of("message", dropped), whole.end().toString());
            }
        }
        long gone = session.update("DELETE FROM " + whole.part() + " WHERE ctid = ANY (ARRAY(SELECT m.ctid FROM " + whole.part()
            + " m WHERE NOT EXISTS (SELECT FROM conversation c WHERE c.id = m.conversation_id) LIMIT ?))", limits.messages());
        return gone == 0 ? new PurgeChunk(Map.of(), whole.end().toString()) : new PurgeChunk(Map.of("message", gone), run.cursor() == null
            ? new UUID(0, 0).toString() : run.cursor());
    }
}
