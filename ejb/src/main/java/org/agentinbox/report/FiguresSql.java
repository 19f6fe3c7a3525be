package org.agentinbox.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statement that computes figures of days from the history, both for storing and for showing them. What they count is said in
 * ear/src/docs/rules.md#reports, and computed here alone. Its parameters {@code days}, {@code starts} and {@code ends} are those of
 * {@link DayBounds}.
 */
final class FiguresSql {

    /** The stored columns, in the order in which they are computed. */
    static final String COLUMNS = "open, requested, connected, missed, accept_count, accept_total, accept_median, response_count, "
        + "response_total, response_median, length_count, length_total, length_median, booked, declined, had, handed_on, ended";
    /** The columns of several rows together: a median is known of a single row alone, a number only where each row has it. */
    private static final String TOGETHER = Stream.of(COLUMNS.split(", "))
        .map(column -> (column.endsWith("_median") ? "CASE WHEN count(*) = 1 THEN max(%1$s) END AS %1$s"
            : "CASE WHEN count(%1$s) = count(*) THEN sum(%1$s) END AS %1$s").formatted("f." + column).replace("AS f.", "AS "))
        .collect(Collectors.joining(", "));
    /** Durations in milliseconds: count, sum and median. */
    private static final String TIMES = """
        count(%1$s) AS %2$s_count, COALESCE(sum(%1$s), 0) AS %2$s_total, \
        percentile_disc(0.5) WITHIN GROUP (ORDER BY %1$s) AS %2$s_median""";
    private static final String CHATS = """
        WITH days AS (SELECT * FROM unnest(CAST(:days AS date[]), CAST(:starts AS timestamptz[]), CAST(:ends AS timestamptz[])) d (day, \
        starts, ends)),
        chats AS (SELECT d.day, c.id, c.state, c.agent_id, c.ended_at, c.accepted_at IS NOT NULL AS connected, r.author_id AS responder, \
        CASE WHEN c.end_reason = 'AGENT' THEN COALESCE(c.ended_by, c.agent_id) END AS ended_by, \
        %s AS accept, %s AS response, %s AS length
            FROM days d JOIN conversation c ON c.requested_at >= d.starts AND c.requested_at < d.ends
            LEFT JOIN LATERAL (SELECT m.at, m.author_id FROM message m WHERE m.conversation_id = c.id AND m.author_kind = 'AGENT' AND \
            m.kind = 'TEXT' ORDER BY m.seq LIMIT 1) r
                ON c.accepted_at IS NOT NULL),
        turns AS (SELECT t.conversation_id, t.agent_id, t.since, lead(t.since) OVER (PARTITION BY t.conversation_id ORDER BY t.place) AS \
        handed_on
            FROM conversation_agent t WHERE t.conversation_id IN (SELECT c.id FROM chats c)),
        turns_of_agents AS (SELECT c.day, t.agent_id, bool_or(c.state = 'ACTIVE' AND t.handed_on IS NULL) AS open,
            count(t.handed_on) AS handed_on,
            CASE WHEN c.ended_at IS NOT NULL THEN CAST(sum(%s) AS bigint) END AS length
            FROM chats c JOIN turns t ON t.conversation_id = c.id GROUP BY c.day, c.id, c.ended_at, t.agent_id),
        meetings AS (SELECT d.day, m.agent_id, count(*) AS booked FROM days d JOIN meeting m ON m.created_at >= d.starts AND m.created_at \
        < d.ends
            GROUP BY d.day, m.agent_id)""".formatted(
        between("c.requested_at", "c.accepted_at"), between("c.requested_at", "r.at"), between("c.accepted_at", "c.ended_at"),
        between("t.since", "COALESCE(t.handed_on, c.ended_at)"));
    private static final String OF_ALL = "SELECT d.day, CAST(NULL AS uuid) AS agent_id, count(*) FILTER (WHERE state IN ('WAITING', "
        + "'ACTIVE')) AS open, "
        + "count(c.id) AS requested, count(*) FILTER (WHERE connected) AS connected, count(*) FILTER (WHERE state = 'MISSED') AS missed, "
        + times("accept") + ", " + times("response") + ", " + times("length")
        + ", COALESCE((SELECT sum(m.booked) FROM meetings m WHERE m.day = d.day), 0) AS booked, "
        + sum("declined", "offered") + ", " + sum("had", "had") + ", " + sum("handed_on", "had") + ", " + sum("ended", "ended_by")
        + " FROM days d LEFT JOIN chats c ON c.day = "
        + "d.day GROUP BY d.day";
    private static final String OFFERED = "SELECT c.day, o.agent_id, count(*) AS requested, count(*) FILTER (WHERE o.state = 'ACCEPTED') "
        + "AS connected, "
        + "count(*) FILTER (WHERE o.state = 'LAPSED') AS missed, count(*) FILTER (WHERE o.state = 'DECLINED') AS declined, "
        + TIMES.formatted(acceptTime(), "accept")
        + " FROM chats c JOIN offer o ON o.conversation_id = c.id GROUP BY c.day, o.agent_id";
    /** An agent counts a chat once, however often they had it. */
    private static final String HAD = "SELECT day, agent_id, count(*) FILTER (WHERE open) AS open, count(*) AS had, "
        + "sum(handed_on) AS handed_on, " + times("length")
        + " FROM turns_of_agents GROUP BY day, agent_id";
    private static final String RESPONDED = "SELECT c.day, c.responder AS agent_id, " + times("response")
        + " FROM chats c JOIN agent a ON a.account_id = c.responder GROUP BY c.day, c.responder";
    /** Before it was kept who ended a chat, it was its agent. */
    private static final String ENDED = "SELECT c.day, c.ended_by AS agent_id, count(*) AS ended FROM chats c JOIN agent a ON "
        + "a.account_id = c.ended_by WHERE c.state = 'ENDED' GROUP BY c.day, c.ended_by";
    /** People who take no chats may have meetings, but have no figures of their own. */
    private static final String MET = "SELECT m.day, m.agent_id, m.booked FROM meetings m JOIN agent a ON a.account_id = m.agent_id";
    private static final String OF_AGENTS = "SELECT day, agent_id, COALESCE(h.open, 0), COALESCE(f.requested, 0), COALESCE(f.connected, "
        + "0), COALESCE(f.missed, 0), "
        + "COALESCE(f.accept_count, 0), COALESCE(f.accept_total, 0), f.accept_median, COALESCE(r.response_count, 0), "
        + "COALESCE(r.response_total, 0), "
        + "r.response_median, COALESCE(h.length_count, 0), COALESCE(h.length_total, 0), h.length_median, COALESCE(m.booked, 0), "
        + "COALESCE(f.declined, 0), COALESCE(h.had, 0), COALESCE(h.handed_on, 0), COALESCE(e.ended, 0) "
        + "FROM offered f FULL JOIN had h USING (day, agent_id) "
        + "FULL JOIN responded r USING (day, agent_id) FULL JOIN met m USING (day, agent_id) "
        + "FULL JOIN ended_by e USING (day, agent_id)";
    private static final String WITH = CHATS + ", offered AS (" + OFFERED + "), had AS (" + HAD
        + "), responded AS (" + RESPONDED
        + "), met AS (" + MET + "), ended_by AS (" + ENDED + ") ";
    private static final String FIGURES = "(" + OF_ALL + " UNION ALL " + OF_AGENTS + ") f";

    /** Stores them; rows that would not change are left alone. */
    static final String STORE = WITH + "INSERT INTO daily_figure AS d (day, agent_id, " + COLUMNS + ", zone) SELECT f.*, :zone FROM "
        + FIGURES
        + " ON CONFLICT (day, zone, agent_id) DO UPDATE SET (" + COLUMNS + ") = ROW(" + of("EXCLUDED") + ") "
        + "WHERE ROW(" + of("d") + ") IS DISTINCT FROM ROW(" + of("EXCLUDED") + ")";

    private FiguresSql() {}

    /** What is stored of the days of a range. */
    static String keptByDay(AgentFilter whose) {
        return "SELECT CAST(f.day AS text) AS day, " + TOGETHER + " FROM daily_figure f WHERE f.zone = :zone AND f.day BETWEEN :from AND "
            + ":to AND " + whose.matches("f.agent_id") + " GROUP BY f.day";
    }

    /** The present figures of days. */
    static String nowByDay(AgentFilter whose) {
        return WITH + "SELECT CAST(f.day AS text) AS day, " + TOGETHER + " FROM " + FIGURES + " WHERE " + whose.matches("f.agent_id")
            + " GROUP BY f.day";
    }

    /** What is stored of {@code days} together, of each agent who has any. */
    static String keptByAgent() {
        return "SELECT f.agent_id, " + TOGETHER + " FROM daily_figure f WHERE f.zone = :zone AND f.day = ANY (CAST(:days AS date[])) AND "
            + "f.agent_id IS NOT NULL GROUP BY f.agent_id";
    }

    /** The present figures of days together, of each agent who has any. */
    static String nowByAgent() {
        return WITH + "SELECT f.agent_id, " + TOGETHER + " FROM " + FIGURES + " WHERE f.agent_id IS NOT NULL GROUP BY f.agent_id";
    }

    private static String sum(String column, String of) {
        return "COALESCE((SELECT sum(s." + column + ") FROM " + of + " s WHERE s.day = d.day), 0) AS " + column;
    }

    /** Milliseconds. */
    static String between(String from, String to) {
        return "CAST(extract(epoch FROM " + to + " - " + from + ") * 1000 AS bigint)";
    }

    private static String acceptTime() {
        return "CASE WHEN o.state = 'ACCEPTED' THEN " + between("o.offered_at", "o.answered_at") + " END";
    }

    private static String times(String name) {
        return TIMES.formatted(name, name);
    }

    private static String of(String row) {
        return row + "." + COLUMNS.replace(", ", ", " + row + ".");
    }
}
