package org.agentinbox.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

/** Removes all that is held about one visitor, by the same statements as the purge. */
final class VisitorErasure {

    private final Rows rows;
    private final HistoryTables tables;

    /** @param rows in a transaction */
    VisitorErasure(Rows rows, HistoryTables tables) {
        this.rows = rows;
        this.tables = tables;
    }

    Map<String, Long> erase(UUID visitor, Instant now) throws SQLException {
        Deletion.letNobodyHold(rows);
        // Under this lock the visitor can ask for no chat.
        if (rows.ids("SELECT id FROM visitor WHERE id = ? FOR UPDATE", visitor).length == 0) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such visitor.");
        }
        refuseWhereAny(Refusal.LEGAL_HOLD, "Nothing of this visitor may go while a legal hold is in force.",
            "SELECT id FROM legal_hold WHERE visitor_id = ? AND lifted_at IS NULL", visitor);
        refuseWhereAny(Refusal.CHAT_OPEN, "A chat of this visitor is under way: end it first.",
            "SELECT id FROM conversation WHERE visitor_id = ? AND ended_at IS NULL", visitor);
        refuseWhereAny(Refusal.MEETING_BOOKED, "A meeting of this visitor is to come: cancel it first, so that both are told.",
            "SELECT id FROM meeting WHERE visitor_id = ? AND state = 'BOOKED' AND ends_at > ?", visitor, now);
        Deletion deletion = new Deletion(rows, tables, false);
        UUID[] conversations = rows.ids("SELECT id FROM conversation WHERE visitor_id = ? ORDER BY id FOR UPDATE", visitor);
        deletion.conversations(conversations);
        for (HistoryTables.Aged aged : tables.aged()) {
            deletion.rowsOf(aged.table(), rows.ids("SELECT id FROM " + aged.table() + " WHERE visitor_id = ?", visitor));
        }
        UUID[] records = rows.ids("SELECT id FROM visitor_record WHERE id = (SELECT record_id FROM visitor WHERE id = ?) FOR UPDATE", visitor);
        deletion.visitors(new UUID[] {visitor});
        deletion.rowsOf("visitor_record", rows.ids("SELECT id FROM visitor_record r WHERE id = ANY (?) AND NOT EXISTS (SELECT FROM visitor v WHERE v.record_id = r.id)",
            (Object) records));
        return deletion.removed();
    }

    private void refuseWhereAny(Refusal refusal, String why, String sql, Object... about) throws SQLException {
        if (rows.ids(sql, about).length > 0) {
            throw new RefusedException(refusal, why);
        }
    }
}
