package org.agentinbox.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Removes conversations and visitors with all rows that belong to them, or in a dry run only counts. The purge and erasures both use it.
 */
final class Deletion {

    /** Key of an advisory lock. Placing a hold waits for chunks in progress, and all later chunks see the hold. */
    private static final long HOLDS = 6_020_002;
    private static final long PURGES = 6_020_003;

    private final JdbcSession session;
    private final HistoryTables tables;
    private final boolean dry;
    private final Map<String, Long> removed = new LinkedHashMap<>();

    /** How many rows of a table were removed. */
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

    /**
     * Call it at the beginning of each transaction that removes something: a hold that is placed meanwhile waits for the transaction's end.
     */
    static void letNobodyHold(JdbcSession session) throws SQLException {
        session.list(row -> true, "SELECT pg_advisory_xact_lock_shared(?)", HOLDS);
    }

    /**
     * Call it first in each transaction of a purge. Two purges take turns, since one may drop the partition that the other is working on.
     */
    static void waitForOthers(JdbcSession session) throws SQLException {
        session.list(row -> true, "SELECT pg_advisory_xact_lock(?), pg_advisory_xact_lock_shared(?)", PURGES, HOLDS);
    }

    /** Call it before a hold is placed. */
    static void waitForDeletions(JdbcSession session) throws SQLException {
        session.list(row -> true, "SELECT pg_advisory_xact_lock(?)", HOLDS);
    }

    Map<String, Long> removed() {
        return removed;
    }

    /** Removes conversations with all rows that belong to them. */
    void conversations(UUID[] ids) throws SQLException {
        add(session.list(Removed::of, "SELECT kind, removed FROM delete_conversations(?, ?)", ids, names(tables.ofConversation())));
    }

    /**
     * Counts conversations with all rows that belong to them.
     *
     * @param withMessages those of them whose messages are counted here
     */
    void countConversations(UUID[] ids, UUID[] withMessages) throws SQLException {
        count("message", "conversation_id", withMessages);
        for (String table : tables.ofConversation()) {
            count(table, "conversation_id", ids);
        }
        count("conversation", "id", ids);
    }

    /** Removes visitors of whom no other history is left. */
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

    /** Removes rows of a table with an age of its own, or records of persons. The caller has checked that nothing refers to them. */
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
