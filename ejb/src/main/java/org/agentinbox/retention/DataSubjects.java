package org.agentinbox.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

/**
 * Finds those whose data is held: persons whom the site or a CRM vouches for, and visitors, most of whom only say who they are. Works in
 * the caller's transaction.
 */
final class DataSubjects {

    private static final int MOST_FOUND = 20;
    private static final String VISITOR = """
        SELECT v.id, v.name, v.email, v.verified, r.email AS person, v.seen_at, h.reason, h.placed_at, p.display_name AS placed_by,
            (SELECT count(*) FROM conversation c WHERE c.visitor_id = v.id) AS conversations,
            EXISTS (SELECT FROM conversation c WHERE c.visitor_id = v.id AND c.ended_at IS NULL) AS open
        FROM visitor v LEFT JOIN visitor_record r ON r.id = v.record_id
            LEFT JOIN legal_hold h ON h.visitor_id = v.id AND h.lifted_at IS NULL LEFT JOIN account p ON p.id = h.placed_by
        """;
    private static final String PERSON = """
        SELECT r.id, r.email, r.name, r.verified_at,
            (SELECT count(*) FROM visitor v WHERE v.record_id = r.id AND v.verified) AS visitors,
            (SELECT count(*) FROM visitor v WHERE v.record_id = r.id AND NOT v.verified) AS claims,
            (SELECT count(*) FROM visitor v JOIN conversation c ON c.visitor_id = v.id
                WHERE v.record_id = r.id AND v.verified) AS conversations
        FROM visitor_record r WHERE r.verified_at IS NOT NULL AND
        """;
    private static final String PERSON_FITS = """
        (r.email ILIKE ? OR r.name ILIKE ? OR r.id::text = lower(?) OR EXISTS (SELECT FROM visitor v WHERE v.record_id = r.id AND v.verified
            AND (v.name ILIKE ? OR v.email ILIKE ? OR v.id::text = lower(?)))) ORDER BY r.email <> lower(?), r.email LIMIT %d
        """.formatted(MOST_FOUND);
    private static final String VISITOR_FITS = """
        WHERE v.name ILIKE ? OR v.email ILIKE ? OR v.verified AND r.email ILIKE ? OR v.id::text = lower(?)
            OR right(v.id::text, %d) = lower(?) ORDER BY v.seen_at DESC, v.id LIMIT %d
        """.formatted(VisitorDataView.CODE_LENGTH, MOST_FOUND);

    private final JdbcSession session;

    DataSubjects(JdbcSession session) {
        this.session = session;
    }

    /** @param sought part of a name or an address, or a whole id or code; at most 20 of each kind are found */
    DataSubjectsFound find(String sought) throws SQLException {
        String part = "%" + sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        List<PersonDataView> persons = session.list(DataSubjects::person, PERSON + PERSON_FITS, part, part, sought, part, part, sought,
            sought);
        List<VisitorDataView> visitors = session.list(DataSubjects::visitor, VISITOR + VISITOR_FITS, part, part, part, sought, sought);
        return new DataSubjectsFound(persons, visitors);
    }

    private static VisitorDataView visitor(ResultSet row) throws SQLException {
        return new VisitorDataView(row.getObject("id", UUID.class), row.getString("name"), row.getString("email"),
            row.getBoolean("verified") ? row.getString("person") : null, JdbcSession.instant(row, "seen_at"), row.getLong("conversations"),
            row.getBoolean("open"), row.getString("reason"), row.getString("placed_by"), JdbcSession.instant(row, "placed_at"));
    }

    private static PersonDataView person(ResultSet row) throws SQLException {
        return new PersonDataView(row.getObject("id", UUID.class), row.getString("email"), row.getString("name"),
            JdbcSession.instant(row, "verified_at"), row.getLong("visitors"), row.getLong("claims"), row.getLong("conversations"));
    }

    /** @throws RefusedException {@link Refusal#NOT_FOUND} */
    VisitorDataView visitor(UUID id) throws SQLException {
        return session.list(DataSubjects::visitor, VISITOR + "WHERE v.id = ?", id).stream().findFirst()
            .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such visitor."));
    }

    /**
     * A visitor whom the site has not signed for, so that no person's record is involved.
     *
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#NOT_ALLOWED} for one whom the site signed for
     */
    VisitorDataView unverified(UUID id) throws SQLException {
        VisitorDataView visitor = visitor(id);
        if (visitor.isVerified()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "The site signed who this visitor is: export or erase the person.");
        }
        return visitor;
    }

    /** @throws RefusedException {@link Refusal#NOT_FOUND}, also for an address that is only claimed */
    PersonDataView person(UUID recordId) throws SQLException {
        return session.list(DataSubjects::person, PERSON + "r.id = ?", recordId).stream().findFirst()
            .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such person."));
    }
}
