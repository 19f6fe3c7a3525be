package org.agentinbox.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Conversations that ended before the cutoff, in the order of their ends. Messages in partitions that will go whole are left to
 * {@link PurgeMessages}; all others go with their conversation.
 */
final class PurgeConversations implements PurgeStep {

    private final HistoryTables tables;
    private final Limits limits;

    PurgeConversations(HistoryTables tables, Limits limits) {
        this.tables = tables;
        this.limits = limits;
    }

    private record Candidate(UUID id, Instant endedAt, boolean held, boolean whole) {

        static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(row.getObject("id", UUID.class), Rows.instant(row, "ended_at"), row.getBoolean("held"), row.getBoolean("whole"));
        }
    }

    private record Gone(Deletion.Removed removed, AgedPlace last) {

        static Gone of(ResultSet row) throws SQLException {
            return new Gone(Deletion.Removed.of(row), new AgedPlace(Rows.instant(row, "last_at"), row.getObject("last_id", UUID.class)));
        }
    }

    @Override
    public Portion next(Rows rows, Run run) throws SQLException {
        AgedPlace after = AgedPlace.parse(run.place());
        return run.dry() ? counted(rows, run, after) : removed(rows, run, after);
    }

    private Portion counted(Rows rows, Run run, AgedPlace after) throws SQLException {
        List<Candidate> found = rows.list(Candidate::of, "SELECT id, ended_at, held, whole FROM past_conversations(?, ?, ?, ?, ?) ORDER BY ended_at, id",
            run.cutoff(), after.at(), after.id(), limits.conversations(), limits.messages());
        if (found.isEmpty()) {
            return Portion.END;
        }
        List<Candidate> going = found.stream().filter(c -> !c.held()).toList();
        Deletion deletion = new Deletion(rows, tables, true);
        deletion.countConversations(ids(going), ids(going.stream().filter(c -> !c.whole()).toList()));
        Candidate last = found.get(found.size() - 1);
        return new Portion(deletion.removed(), new AgedPlace(last.endedAt(), last.id()).toString());
    }

    private Portion removed(Rows rows, Run run, AgedPlace after) throws SQLException {
        List<Gone> gone = rows.list(Gone::of, "SELECT kind, removed, last_at, last_id FROM purge_conversations(?, ?, ?, ?, ?, ?)",
            run.cutoff(), after.at(), after.id(), limits.conversations(), limits.messages(), Deletion.names(tables.ofConversation()));
        return gone.isEmpty() ? Portion.END
            : new Portion(gone.stream().map(Gone::removed).collect(Collectors.toMap(Deletion.Removed::kind, Deletion.Removed::removed)), gone.get(0).last().toString());
    }

    private static UUID[] ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::id).toArray(UUID[]::new);
    }
}
