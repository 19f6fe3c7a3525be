package org.agentinbox.retention;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells all that is held about one visitor, as indented JSON. */
final class VisitorExport {

    /** What means nothing outside, or would let somebody in. */
    private static final String WITHOUT = " - ARRAY['version', 'token_hash', 'client_id', 'request_client_id', 'visitor_id', 'conversation_id', 'author_id', "
        + "'agent_id', 'visitor_read_seq', 'agent_read_seq', 'placed_by', 'lifted_by']";

    private final Rows rows;
    private final HistoryTables tables;

    VisitorExport(Rows rows, HistoryTables tables) {
        this.rows = rows;
        this.tables = tables;
    }

    /** @return null where there is no such visitor */
    String of(UUID visitor) throws SQLException {
        List<String> parts = new ArrayList<>(List.of("'visitor', to_jsonb(v)" + WITHOUT, "'conversations', " + conversations(),
            "'visitor_record', (SELECT to_jsonb(r)" + WITHOUT + " FROM visitor_record r WHERE r.id = v.record_id)"));
        for (HistoryTables.Aged aged : tables.aged()) {
            parts.add("'" + aged.table() + "', " + all(aged.table(), "t.visitor_id = v.id", "t." + aged.at()));
        }
        for (String table : tables.ofVisitor()) {
            if (tables.isTold(table)) {
                parts.add("'" + table + "', " + all(table, "t.visitor_id = v.id", "t.id"));
            }
        }
        return rows.list(row -> row.getString(1), "SELECT jsonb_pretty(jsonb_build_object(" + String.join(", ", parts) + ")) FROM visitor v WHERE v.id = ?", visitor)
            .stream().findFirst().orElse(null);
    }

    private String conversations() {
        StringBuilder parts = new StringBuilder("'agent', (SELECT p.display_name FROM account p WHERE p.id = c.agent_id), 'message', "
            + all("message", "t.conversation_id = c.id", "t.seq"));
        for (String table : tables.ofConversation()) {
            if (tables.isTold(table)) {
                parts.append(", '").append(table).append("', ").append(all(table, "t.conversation_id = c.id", "t"));
            }
        }
        return "COALESCE((SELECT jsonb_agg(to_jsonb(c)" + WITHOUT + " || jsonb_build_object(" + parts + ") ORDER BY c.requested_at, c.id) "
            + "FROM conversation c WHERE c.visitor_id = v.id), '[]')";
    }

    private static String all(String table, String which, String order) {
        return "COALESCE((SELECT jsonb_agg(to_jsonb(t)" + WITHOUT + " ORDER BY " + order + ") FROM " + table + " t WHERE " + which + "), '[]')";
    }
}
