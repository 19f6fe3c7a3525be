package org.agentinbox.retention;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

/**
 * Removes all that is held about a visitor or a person, with the statements of the purge. It locks visitors before records, as joins do.
 */
final class VisitorErasure {

    private final JdbcSession session;
    private final HistoryTables tables;
    private final Instant now;
    private final Deletion deletion;

    /** @param session in a transaction */
    VisitorErasure(JdbcSession session, HistoryTables tables, Instant now) {
        this.session = session;
        this.tables = tables;
        this.now = now;
        this.deletion = new Deletion(session, tables, false);
    }

    /** A visitor whom the site has not signed for. What others said of the owner of an address that the visitor claims stays. */
    Map<String, Long> visitor(UUID visitor) throws SQLException {
        Deletion.letNobodyHold(session);
        // Under this lock the visitor cannot ask for a chat, and the site cannot sign anything about them.
        session.ids("SELECT id FROM visitor WHERE id = ? FOR UPDATE", visitor);
        new DataSubjects(session).unverified(visitor);
        refuseWhereKept(visitor);
        UUID[] records = session.ids("SELECT id FROM visitor_record WHERE id = (SELECT record_id FROM visitor WHERE id = ?) FOR UPDATE",
            visitor);
        history(visitor);
        // A record that only their claim created is removed too: nobody vouched for it, nobody else claims it, and nobody was separated
        // from it.
        deletion.rowsOf("visitor_record", session.ids("""
            SELECT id FROM visitor_record r WHERE id = ANY (?) AND verified_at IS NULL
                AND NOT EXISTS (SELECT FROM visitor v WHERE v.record_id = r.id)
                AND NOT EXISTS (SELECT FROM visitor_apart a WHERE a.record_id = r.id)
            """, (Object) records));
        return deletion.removed();
    }

    /** A person whom the site or a CRM vouches for: the record, and the visitors for whom the site signed this person. */
    Map<String, Long> person(UUID record) throws SQLException {
        Deletion.letNobodyHold(session);
        session.ids("SELECT id FROM visitor WHERE record_id = ? AND verified ORDER BY id FOR UPDATE", record);
        session.ids("SELECT id FROM visitor_record WHERE id = ? FOR UPDATE", record);
        new DataSubjects(session).person(record);
        // Read again, because the site may have signed this person for another visitor meanwhile.
        UUID[] visitors = session.ids("SELECT id FROM visitor WHERE record_id = ? AND verified ORDER BY id FOR UPDATE", record);
        for (UUID visitor : visitors) {
            refuseWhereKept(visitor);
        }
        for (UUID visitor : visitors) {
            history(visitor);
        }
        record(record);
        return deletion.removed();
    }

    /** Where somebody still claims the address, the record is emptied instead of removed; it then holds no more than they typed. */
    private void record(UUID record) throws SQLException {
        long emptied = session.update("""
            UPDATE visitor_record r SET version = version + 1, name = NULL, job_title = NULL, phone = NULL, company = NULL,
                crm_status = NULL, attributes = NULL, verified_at = NULL, created_at = ?
            WHERE id = ? AND EXISTS (SELECT FROM visitor v WHERE v.record_id = r.id)
            """, now, record);
        if (emptied == 0) {
            deletion.rowsOf("visitor_record", new UUID[]{record});
        } else {
            deletion.removed().merge("visitor_record", emptied, Long::sum);
        }
    }

    private void refuseWhereKept(UUID visitor) throws SQLException {
        refuseWhereAny(Refusal.LEGAL_HOLD, "Nothing of this visitor may go while a legal hold is in force.",
            "SELECT id FROM legal_hold WHERE visitor_id = ? AND lifted_at IS NULL", visitor);
        refuseWhereAny(Refusal.CHAT_OPEN, "A chat of this visitor is under way: end it first.",
            "SELECT id FROM conversation WHERE visitor_id = ? AND ended_at IS NULL", visitor);
        refuseWhereAny(Refusal.MEETING_BOOKED, "A meeting of this visitor is to come: cancel it first, so that both are told.",
            "SELECT id FROM meeting WHERE visitor_id = ? AND state = 'BOOKED' AND ends_at > ?", visitor, now);
    }

    private void history(UUID visitor) throws SQLException {
        deletion.conversations(session.ids("SELECT id FROM conversation WHERE visitor_id = ? ORDER BY id FOR UPDATE", visitor));
        for (HistoryTables.Aged aged : tables.aged()) {
            deletion.rowsOf(aged.table(), session.ids("SELECT id FROM " + aged.table() + " WHERE visitor_id = ?", visitor));
        }
        deletion.visitors(new UUID[]{visitor});
    }

    private void refuseWhereAny(Refusal refusal, String why, String sql, Object... about) throws SQLException {
        if (session.ids(sql, about).length > 0) {
            throw new RefusedException(refusal, why);
        }
    }
}
