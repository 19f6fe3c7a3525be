package org.agentinbox.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Conversations that ended before the cutoff, in the order of their ends. Messages in partitions that will go whole are left to
 * {@link PurgeMessages}; all others go with their conversation.
 */
final class PurgeConversations implements PurgeStep {

    private static final String PAST = "(SELECT id, visitor_id, ended_at FROM conversation WHERE state = '%s' AND ended_at < ? AND (ended_at, id) > (?, ?) "
        + "ORDER BY ended_at, id LIMIT ?)";
    private static final String CANDIDATES = "WITH whole AS MATERIALIZED (SELECT first_id, end_id FROM message_partition WHERE end_id <= first_id(?)), "
        + "past AS (" + PAST.formatted("ENDED") + " UNION ALL " + PAST.formatted("MISSED") + " ORDER BY ended_at, id LIMIT ?), "
        + "looked AS (SELECT id, ended_at, " + HeldVisitors.held("past.visitor_id") + " AS held, "
        + "EXISTS (SELECT FROM whole w WHERE (w.first_id IS NULL OR past.id >= w.first_id) AND past.id < w.end_id) AS whole FROM past), "
        + "sized AS (SELECT l.*, CASE WHEN held OR whole THEN 0 ELSE COALESCE((SELECT m.seq FROM message m WHERE m.conversation_id = l.id "
        + "ORDER BY m.seq DESC LIMIT 1), 0) END AS messages FROM looked l) "
        + "SELECT id, ended_at, held, whole FROM (SELECT s.*, sum(messages) OVER (ORDER BY ended_at, id) - messages AS before FROM sized s) t "
        + "WHERE before < ? ORDER BY ended_at, id";

    private final Limits limits;

    PurgeConversations(Limits limits) {
        this.limits = limits;
    }

    private record Candidate(UUID id, Instant endedAt, boolean held, boolean whole) {

        static Candidate of(ResultSet row) throws SQLException {
            return new Candidate(row.getObject("id", UUID.class), Rows.instant(row, "ended_at"), row.getBoolean("held"), row.getBoolean("whole"));
        }
    }

    @Override
    public Portion next(Rows rows, Run run) throws SQLException {
        AgedPlace after = AgedPlace.parse(run.place());
        int most = limits.conversations();
        List<Candidate> candidates = rows.list(Candidate::of, CANDIDATES, run.cutoff(), run.cutoff(), after.at(), after.id(), most,
            run.cutoff(), after.at(), after.id(), most, most, limits.messages());
        if (candidates.isEmpty()) {
            return Portion.END;
        }
        UUID[] ids = candidates.stream().filter(c -> !c.held()).map(Candidate::id).toArray(UUID[]::new);
        if (!run.dry()) {
            // What is not among them any more is gone, or held by now.
            ids = rows.ids("SELECT c.id FROM conversation c WHERE c.id = ANY (?) AND c.ended_at < ? AND NOT " + HeldVisitors.held("c.visitor_id")
                + " ORDER BY c.id FOR UPDATE OF c", ids, run.cutoff());
        }
        Deletion deletion = new Deletion(rows, run.dry());
        deletion.conversations(ids, single(candidates, ids));
        Candidate last = candidates.get(candidates.size() - 1);
        return new Portion(deletion.removed(), new AgedPlace(last.endedAt(), last.id()).toString());
    }

    private static UUID[] single(List<Candidate> candidates, UUID[] ids) {
        Set<UUID> going = Set.of(ids);
        return candidates.stream().filter(c -> !c.whole()).map(Candidate::id).filter(going::contains).toArray(UUID[]::new);
    }
}
