package org.agentinbox.retention;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Removes conversations and visitors with all that hangs on them, or only counts. The one place that does, for the purge and for erasures. */
final class Deletion {

    /** Whoever places a hold waits for portions under way, and every later one sees it. */
    private static final long HOLDS = 6_020_002;

    private final Rows rows;
    private final HistoryTables tables;
    private final boolean dry;
    private final Map<String, Long> removed = new LinkedHashMap<>();

    Deletion(Rows rows, boolean dry) {
        this.rows = rows;
        this.tables = new HistoryTables(rows);
        this.dry = dry;
    }

    /** To be called at the beginning of each transaction that removes. */
    static void letNobodyHold(Rows rows) throws SQLException {
        rows.list(row -> true, "SELECT pg_advisory_xact_lock_shared(?)", HOLDS);
    }

    /** To be called before a hold is placed. */
    static void waitForDeletions(Rows rows) throws SQLException {
        rows.list(row -> true, "SELECT pg_advisory_xact_lock(?)", HOLDS);
    }

    Map<String, Long> removed() {
        return removed;
    }

    /**
     * @param ids of conversations, locked by the caller
     * @param withMessages those of them whose messages go one by one; the others' go with their partition
     */
    void conversations(UUID[] ids, UUID[] withMessages) throws SQLException {
        remove("message", "conversation_id = ANY (?)", (Object) withMessages);
        for (String table : tables.ofConversation()) {
            remove(table, "conversation_id = ANY (?)", (Object) ids);
        }
        remove("conversation", "id = ANY (?)", (Object) ids);
        forget(ids);
    }

    void aged(HistoryTables.Aged aged, UUID[] ids) throws SQLException {
        remove(aged.table(), "id = ANY (?)", (Object) ids);
    }

    /** Those that have nothing left but themselves. */
    void visitors(UUID[] ids) throws SQLException {
        for (String table : tables.ofVisitor()) {
            remove(table, "visitor_id = ANY (?)", (Object) ids);
        }
        remove("visitor", "id = ANY (?)", (Object) ids);
        forget(ids);
    }

    /** Whatever is known of persons; the caller has seen that nobody needs it. */
    void records(UUID[] ids) throws SQLException {
        if (ids.length > 0) {
            remove("visitor_record", "id = ANY (?)", (Object) ids);
        }
    }

    /** Deadlines that would point nowhere. One that is being answered now finds nothing and ends by itself: waiting for it could be for ever. */
    private void forget(UUID[] ids) throws SQLException {
        if (!dry) {
            rows.update("DELETE FROM deadline WHERE id IN (SELECT id FROM deadline WHERE subject = ANY (?) FOR UPDATE SKIP LOCKED)", (Object) ids);
        }
    }

    private void remove(String table, String which, Object... values) throws SQLException {
        long count = dry ? rows.count("SELECT count(*) FROM " + table + " WHERE " + which, values)
            : rows.update("DELETE FROM " + table + " WHERE " + which, values);
        removed.merge(table, count, Long::sum);
    }
}
