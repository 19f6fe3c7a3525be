package org.agentinbox.retention;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Exports what is held about somebody as indented JSON: of a visitor what that browser sent, of a person also what the site or a CRM said.
 * Of an active chat it contains only what its visitor can read there.
 */
final class VisitorExport {

    /** Left out: columns that mean nothing outside or would grant access, and the reasons and authors of legal holds. */
    private static final String WITHOUT = " - ARRAY['version', 'token_hash', 'client_id', 'request_client_id', 'visitor_id', 'record_id', "
        + "'conversation_id', 'author_id', 'agent_id', 'visitor_read_seq', 'agent_read_seq', 'placed_by', 'lifted_by', 'reason']";

    private static final String WRAP_UP = """
        'outcome', (SELECT o.name FROM wrap_up w JOIN wrap_up_choice o ON o.id = w.outcome_id WHERE w.conversation_id = c.id),
        'tags', COALESCE((SELECT jsonb_agg(o.name ORDER BY o.position, o.id) FROM wrap_up_tag w JOIN wrap_up_choice o ON o.id = w.tag_id
            WHERE w.conversation_id = c.id), '[]')""";

    private final JdbcSession session;
    private final HistoryTables tables;

    VisitorExport(JdbcSession session, HistoryTables tables) {
        this.session = session;
        this.tables = tables;
    }

    /** @return the JSON; null where there is no such visitor */
    String ofVisitor(UUID visitor) throws SQLException {
        return json("SELECT jsonb_pretty(" + visitor() + ") FROM visitor v WHERE v.id = ?", visitor);
    }

    /** @return the JSON; null where there is no such record */
    String ofPerson(UUID record) throws SQLException {
        String person = "to_jsonb(r)" + WITHOUT + " || jsonb_build_object('attributes', r.attributes::jsonb)";
        String visitors = "SELECT jsonb_agg(" + visitor() + " ORDER BY v.id) FROM visitor v WHERE v.record_id = r.id AND v.verified";
        return json("SELECT jsonb_pretty(jsonb_build_object('person', " + person + ", 'visitors', COALESCE((" + visitors + "), '[]'))) "
            + "FROM visitor_record r WHERE r.id = ?", record);
    }

    private String json(String sql, UUID id) throws SQLException {
        return session.list(row -> row.getString(1), sql, id).stream().findFirst().orElse(null);
    }

    private String visitor() {
        List<String> parts = new ArrayList<>(List.of("'visitor', to_jsonb(v)" + WITHOUT, "'conversations', " + conversations()));
        for (HistoryTables.Aged aged : tables.aged()) {
            parts.add("'" + aged.table() + "', " + all(aged.table(), "t.visitor_id = v.id", "t." + aged.at()));
        }
        for (String table : tables.ofVisitor()) {
            if (tables.isTold(table)) {
                parts.add("'" + table + "', " + all(table, "t.visitor_id = v.id", "t.id"));
            }
        }
        return "jsonb_build_object(" + String.join(", ", parts) + ")";
    }

    private String conversations() {
        StringBuilder parts = new StringBuilder("'agent', (SELECT p.display_name FROM account p WHERE p.id = c.agent_id), 'message', "
            + all("message", "t.conversation_id = c.id", "t.seq"));
        parts.append(", ").append(WRAP_UP);
        for (String table : tables.ofConversation()) {
            if (tables.isTold(table)) {
                String over = "t.conversation_id = c.id AND c.ended_at IS NOT NULL";
                parts.append(", '").append(table).append("', ").append(all(table, over, "t"));
            }
        }
        return "COALESCE((SELECT jsonb_agg(to_jsonb(c)" + WITHOUT + " || jsonb_build_object(" + parts + ") ORDER BY c.requested_at, c.id) "
            + "FROM conversation c WHERE c.visitor_id = v.id), '[]')";
    }

    private static String all(String table, String which, String order) {
        String rows = "SELECT jsonb_agg(to_jsonb(t)" + WITHOUT + " ORDER BY " + order + ") FROM " + table + " t WHERE " + which;
        return "COALESCE((" + rows + "), '[]')";
    }
}
