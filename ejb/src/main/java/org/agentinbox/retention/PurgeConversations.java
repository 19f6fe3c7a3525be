package org.agentinbox.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Removes conversations that ended before the cutoff, in the order of their ends. Messages in partitions that will be dropped as a whole
 * are left to {@link PurgeMessages}; all others are removed with their conversation.
 */
final class PurgeConversations implements PurgeStep {

    private final HistoryTables tables;
    private final PurgeLimits limits;

    PurgeConversations(HistoryTables tables, PurgeLimits limits) {
        this.tables = tables;
        this.limits = limits;
    }

    private record Candidate(UUID id, Instant endedAt, boolean held, boolean whole) {

        static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(row.getObject("id", UUID.class), JdbcSession.instant(row, "ended_at"), row.getBoolean("held"),
                row.getBoolean("whole"));
        }
    }

    private record Gone(Deletion.Removed removed, PurgeCursor last) {

        static Gone of(ResultSet row) throws SQLException {
            return new Gone(Deletion.Removed.of(row),
                new PurgeCursor(JdbcSession.instant(row, "last_at"), row.getObject("last_id", UUID.class)));
        }
    }

    @Override
    public PurgeChunk next(JdbcSession session, PurgeRun run) throws SQLException {
        PurgeCursor after = PurgeCursor.parse(run.cursor());
        return run.dry() ? counted(session, run, after) : removed(session, run, after);
    }

    private PurgeChunk counted(JdbcSession session, PurgeRun run, PurgeCursor after) throws SQLException {
        List<Candidate> found = session.list(Candidate::of,
            "SELECT id, ended_at, held, whole FROM past_conversations(?, ?, ?, ?, ?) ORDER BY ended_at, id",
            run.cutoff(), after.at(), after.id(), limits.conversations(), limits.messages());
        if (found.isEmpty()) {
            return PurgeChunk.END;
        }
        List<Candidate> going = found.stream().filter(c -> !c.held()).toList();
        Deletion deletion = new Deletion(session, tables, true);
        deletion.countConversations(ids(going), ids(going.stream().filter(c -> !c.whole()).toList()));
        Candidate last = found.get(found.size() - 1);
        return new PurgeChunk(deletion.removed(), new PurgeCursor(last.endedAt(), last.id()).toString());
    }

    private PurgeChunk removed(JdbcSession session, PurgeRun run, PurgeCursor after) throws SQLException {
        List<Gone> gone = session.list(Gone::of, "SELECT kind, removed, last_at, last_id FROM purge_conversations(?, ?, ?, ?, ?, ?)",
            run.cutoff(), after.at(), after.id(), limits.conversations(), limits.messages(), Deletion.names(tables.ofConversation()));
        return gone.isEmpty() ? PurgeChunk.END
            : new PurgeChunk(gone.stream().map(Gone::removed).collect(Collectors.toMap(Deletion.Removed::kind, Deletion.Removed::removed)),
                gone.get(0).last().toString());
    }

    private static UUID[] ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::id).toArray(UUID[]::new);
    }
}
