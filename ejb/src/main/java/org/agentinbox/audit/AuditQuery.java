package org.agentinbox.audit;

import java.util.LinkedHashMap;
import java.util.Map;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.PageCursor;

/** The statement for a filter: its text, and the values of its parameters. */
record AuditQuery(String sql, Map<String, Object> values) {

    private static final String SELECT = """
        SELECT id, at, actor_kind, actor_id, actor_name, address, act, subject_kind, subject_id, subject_name,
            CAST(before AS text), CAST(after AS text) FROM audit_entry WHERE TRUE""";

    /** @param after the last entry of the part before, or null */
    static AuditQuery of(AuditFilter filter, PageCursor after) {
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder(SELECT);
        if (filter.who() != null) {
            sql.append(" AND actor_name ILIKE :who");
            values.put("who", pattern(filter.who()));
        }
        if (filter.act() != null) {
            sql.append(" AND act = :act");
            values.put("act", filter.act().name());
        }
        if (filter.subject() != null) {
            Ids.parse(filter.subject()).ifPresentOrElse(id -> {
                sql.append(" AND subject_id = :subject");
                values.put("subject", id);
            }, () -> {
                sql.append(" AND subject_name ILIKE :subject");
                values.put("subject", pattern(filter.subject()));
            });
        }
        if (filter.from() != null) {
            sql.append(" AND at >= :from");
            values.put("from", filter.from());
        }
        if (filter.to() != null) {
            sql.append(" AND at < :to");
            values.put("to", filter.to());
        }
        if (after != null) {
            sql.append(" AND (at, id) < (:lastAt, :lastId)");
            values.put("lastAt", after.at());
            values.put("lastId", after.id());
        }
        return new AuditQuery(sql.append(" ORDER BY at DESC, id DESC").toString(), values);
    }

    private static String pattern(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
