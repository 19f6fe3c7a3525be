package org.agentinbox.report;

/**
 * The statements of figures by hour and entry, which compute them from the history, store and read them. What they count is said in
 * ear/src/docs/rules.md#reports. Their parameters are those of {@link DayBounds} and {@code zone}.
 */
final class HourlySql {

    private static final String COLUMNS = "requested, connected, missed, queued, leaving_count, leaving_total, accept_count, accept_total, "
        + "response_count, response_total, length_count, length_total, wait_count, wait_total, wait_longest";
    /** Before there were entries, all came by the one that always exists. */
    private static final String CHATS = """
        WITH days AS (SELECT * FROM unnest(CAST(:days AS date[]), CAST(:starts AS timestamptz[]), CAST(:ends AS timestamptz[])) d (day, \
        starts, ends)),
        chats AS (SELECT d.day, CAST(extract(hour FROM c.requested_at AT TIME ZONE :zone) AS smallint) AS hour,
            COALESCE(q.entry_key, 'default') AS entry_key, c.accepted_at IS NOT NULL AS connected, c.state = 'MISSED' AS missed,
            q.queued_at IS NOT NULL AS queued, CASE WHEN c.state = 'MISSED' AND c.end_reason = 'VISITOR' THEN %s END AS leaving,
            %s AS accept, %s AS response, %s AS length, %s AS wait
            FROM days d JOIN conversation c ON c.requested_at >= d.starts AND c.requested_at < d.ends
            LEFT JOIN chat_request q ON q.conversation_id = c.id
            LEFT JOIN LATERAL (SELECT m.at FROM message m WHERE m.conversation_id = c.id AND m.author_kind = 'AGENT' AND m.kind = 'TEXT' \
            ORDER BY m.seq LIMIT 1) r ON c.accepted_at IS NOT NULL)
        """.formatted(FiguresSql.between("c.requested_at", "c.ended_at"), FiguresSql.between("c.requested_at", "c.accepted_at"),
        FiguresSql.between("c.requested_at", "r.at"), FiguresSql.between("c.accepted_at", "c.ended_at"),
        FiguresSql.between("q.queued_at", "COALESCE(c.accepted_at, c.ended_at)"));
    private static final String FIGURES = "SELECT day, hour, entry_key, count(*) AS requested, count(*) FILTER (WHERE connected) AS "
        + "connected, count(*) FILTER (WHERE missed) AS missed, count(*) FILTER (WHERE queued) AS queued, " + times("leaving") + ", "
        + times("accept") + ", " + times("response") + ", " + times("length") + ", " + times("wait") + ", max(wait) AS wait_longest "
        + "FROM chats GROUP BY day, hour, entry_key";
    private static final String TOGETHER = "SELECT CAST(extract(isodow FROM f.day) AS integer) AS weekday, f.hour, f.entry_key, "
        + COLUMNS.replaceAll("(\\w+)", "sum(f.$1) AS $1").replace("sum(f.wait_longest)", "max(f.wait_longest)");
    private static final String GROUPED = " GROUP BY weekday, f.hour, f.entry_key";

    /** Takes away what is stored of the days. */
    static final String CLEAR = "DELETE FROM hourly_figure WHERE zone = :zone AND day = :day";
    /** Stores the figures of the days, of which none are stored. */
    static final String STORE = CHATS + "INSERT INTO hourly_figure (day, hour, entry_key, " + COLUMNS + ", zone) SELECT f.*, :zone FROM ("
        + FIGURES + ") f";
    /** Says that the figures of a day are complete. */
    static final String STORED = "UPDATE daily_figure SET by_hour = true WHERE zone = :zone AND day = :day AND agent_id IS NULL AND NOT "
        + "by_hour";
    /** What is stored of {@code days}, by weekday (1 is Monday), hour and entry. */
    static final String KEPT = TOGETHER + " FROM hourly_figure f WHERE f.zone = :zone AND f.day = ANY (CAST(:days AS date[]))" + GROUPED;
    /** The present figures of the days, in the same way. */
    static final String NOW = CHATS + TOGETHER + " FROM (" + FIGURES + ") f" + GROUPED;

    private HourlySql() {}

    private static String times(String name) {
        return "count(%1$s) AS %1$s_count, COALESCE(sum(%1$s), 0) AS %1$s_total".formatted(name);
    }
}
