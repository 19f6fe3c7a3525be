package org.agentinbox.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Removes conversations and visitors with all that hangs on them, or only counts. The one place that does, for the purge and for erasures.
 */
final class Deletion {

    /** Whoever places a hold waits for chunks under way, and every later one sees it. */
    private static final long HOLDS = 6_020_002;
    private static final long PURGES = 6_020_003;

    private final JdbcSession session;
    private final HistoryTables tables;
    private final boolean dry;
    private final Map<String, Long> removed = new LinkedHashMap<>();

    /** How many rows went of which table. */
    record Removed(String kind, long removed) {

        static Removed of(ResultSet row) throws SQLException {
            return new Removed(row.getString("kind"), row.getLong("removed"));
        }
    }

    Deletion(JdbcSession session, HistoryTables tables, boolean dry) {
        this.session = session;
        this.tables = tables;
        this.dry = dry;
    }

    /** To be called at the beginning of each transaction that removes: a hold that is placed meanwhile waits for its end. */
    static void letNobodyHold(JdbcSession session) throws SQLException {
        session.list(row -> true, "SELECT pg_advisory_xact_lock_shared(?)", HOLDS);
    }

    /**
     * To be called first in each transaction of a purge: two that run side by side take turns, since one may drop the partition that the
     * other counts on.
     */
    static void waitForOthers(JdbcSession session) throws SQLException {
        session.list(row -> true, "SELECT pg_advisory_xact_lock(?), pg_advisory_xact_lock_shared(?)", PURGES, HOLDS);
    }

    /** To be called before a hold is placed. */
    static void waitForDeletions(JdbcSession session) throws SQLException {
        session.list(row -> true, "SELECT pg_advisory_xact_lock(?)", HOLDS);
    }

    Map<String, Long> removed() {
        return removed;
    }

    /** Conversations with all that is about them. */
    void conversations(UUID[] ids) throws SQLException {
        add(session.list(Removed::of, "SELECT kind, removed FROM delete_conversations(?, ?)", ids, names(tables.ofConversation())));
    }

    /**
     * Counts conversations with all that is about them.
     *
     * @param withMessages those of them whose messages count here
     */
    void countConversations(UUID[] ids, UUID[] withMessages) throws SQLException {
        count("message", "conversation_id", withMessages);
        for (String table : tables.ofConversation()) {
            count(table, "conversation_id", ids);
        }
        count("conversation", "id", ids);
    }

    /** Those that have nothing left but themselves. */
    void visitors(UUID[] ids) throws SQLException {
        if (dry) {
            for (String table : tables.ofVisitor()) {
                count(table, "visitor_id", ids);
            }
            count("visitor", "id", ids);
        } else {
            add(session.list(Removed::of, "SELECT kind, removed FROM delete_visitors(?, ?)", ids, names(tables.ofVisitor())));
        }
    }

    /** What ages by itself, and whatever is known of persons; the caller has seen that nobody needs it. */
    void rowsOf(String table, UUID[] ids) throws SQLException {
        if (dry) {
            count(table, "id", ids);
        } else if (ids.length > 0) {
            removed.merge(table, session.update("DELETE FROM " + table + " WHERE id = ANY (?)", (Object) ids), Long::sum);
        }
    }

    private void count(String table, String column, UUID[] ids) throws SQLException {
        removed.merge(table, session.count("SELECT count(*) FROM " + table + " WHERE " + column + " = ANY (?)", (Object) ids), Long::sum);
    }

    private void add(List<Removed> some) {
        some.forEach(each -> removed.merge(each.kind(), each.removed(), Long::sum));
    }

    static String[] names(List<String> tables) {
        return tables.toArray(String[]::new);
    }
}
