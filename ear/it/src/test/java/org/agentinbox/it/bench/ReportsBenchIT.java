package org.agentinbox.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.HdrHistogram.Histogram;
import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.BatchJobs;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures the page of reports and its files over a year of {@code -Dbench.chats=1000000} chats, filled by SQL, once the nightly job has
 * stored the figures of the days. Goal: p95 within 300 ms.
 */
@Tag("bench")
class ReportsBenchIT {

    private static final int CHATS = Integer.getInteger("bench.chats", 1_000_000);
    private static final int ASKED = Integer.getInteger("bench.asked", 100);
    private static final int AGENTS = 50;
    private static final int WARM_UP = 50;
    private static final String JOB = "conversation-summary";

    private final Map<String, Histogram> figures = new LinkedHashMap<>();

    @Test
    void overAYear() throws SQLException {
        try (Installation installation = Installation.start("reports-bench", Map.of("agentinbox.demo", "true"))) {
            BenchAgents.create(installation, AGENTS);
            fill(installation);
            store(installation);
            String cookie = People.cookie(installation, "sam");
            LocalDate today = LocalDate.now(Installation.ZONE);
            String year = "?from=" + today.minusDays(364) + "&to=" + today;
            String agent = installation.query("SELECT id FROM account WHERE user_name = 'bench7'").get(0);
            Map<String, String> asked = new LinkedHashMap<>();
            asked.put("page, a year", "reports" + year);
            asked.put("page, a year of an agent", "reports" + year + "&agent=" + agent);
            asked.put("page, 30 days", "reports");
            List.of("days", "topics", "agents", "teams", "entries", "hours", "outcomes")
                .forEach(file -> asked.put(file + ".csv, a year", "api/v1/reports/" + file + ".csv" + year));
            asked.forEach((name, path) -> measure(installation, cookie, name, path));
        }
        System.out.printf("%nReports over %,d chats of a year, ms: p50, p95 (goal: 300)%n", CHATS);
        figures.forEach((name, taken) -> System.out.printf("%-28s %8.1f %8.1f%n", name, ms(taken, 50), ms(taken, 95)));
    }

    private void measure(Installation installation, String cookie, String name, String path) {
        Histogram taken = new Histogram(3);
        for (int i = -WARM_UP; i < ASKED; i++) {
            long before = System.nanoTime();
            assertEquals(200, People.get(installation, path, cookie).statusCode(), name);
            if (i >= 0) {
                taken.recordValue((System.nanoTime() - before) / 1_000);
            }
        }
        figures.put(name, taken);
    }

    private static double ms(Histogram taken, double percentile) {
        return taken.getValueAtPercentile(percentile) / 1_000.0;
    }

    private static void store(Installation installation) {
        long start = System.nanoTime();
        try (BatchJobs jobs = new BatchJobs(installation)) {
            long execution = jobs.start(JOB, Map.of());
            Await.until("the figures are stored", Duration.ofMinutes(30),
                () -> !Set.of("STARTING", "STARTED").contains(jobs.status(JOB, execution)));
            System.out.printf("stored the figures of the days in %d s: %s%n", (System.nanoTime() - start) / 1_000_000_000,
                jobs.status(JOB, execution));
        }
    }

    /** Fills in past chats, evenly over a year up to an hour ago: of ten, one is missed, two were queued, three changed hands. */
    private static void fill(Installation installation) throws SQLException {
        long start = System.nanoTime();
        String range = " FROM generate_series(0, " + (CHATS - 1) + ") n, (SELECT array_agg(account_id) AS ids FROM agent) a";
        String id = "('00000001-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
        String at = "(now() - interval '1 hour' - n * (interval '364 days' / " + CHATS + "))";
        String first = "a.ids[1 + n % cardinality(a.ids)]";
        String second = "a.ids[1 + (n * 7 + 1) % cardinality(a.ids)]";
        String taken = " WHERE n % 10 > 0";
        try (Connection connection = installation.connect(); Statement statement = connection.createStatement()) {
            for (String sql : List.of("SET synchronous_commit = off",
                "INSERT INTO visitor (id, version, name, created_at, seen_at) SELECT " + id + ", 0, 'Visitor ' || n, " + at + ", " + at
                    + range,
                "INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, accepted_at, "
                    + "ended_at) SELECT " + id + ", " + id + ", CASE WHEN n % 10 > 0 THEN CASE WHEN n % 10 > 6 THEN " + second + " ELSE "
                    + first + " END END, " + id + ", CASE WHEN n % 10 > 0 THEN 'ENDED' ELSE 'MISSED' END, CASE WHEN n % 20 = 0 THEN "
                    + "'VISITOR' WHEN n % 10 > 0 THEN 'AGENT' END, " + at + ", CASE WHEN n % 10 > 0 THEN " + at
                    + " + (n % 90) * interval '1 second' END, " + at + " + interval '10 minutes'" + range,
                "INSERT INTO chat_request (conversation_id, entry_key, queued_at, queue_ends_at, queue_position) SELECT " + id
                    + ", 'entry-' || n % 12, q.at, q.at, CASE WHEN q.at IS NOT NULL THEN 1 END" + range
                    + ", LATERAL (SELECT CASE WHEN n % 10 < 2 THEN " + at + " END AS at) q",
                "INSERT INTO offer (id, conversation_id, agent_id, state, offered_at, expires_at, answered_at) SELECT " + id + ", " + id
                    + ", " + first + ", CASE WHEN n % 10 > 0 THEN 'ACCEPTED' ELSE 'LAPSED' END, " + at + ", " + at + ", " + at
                    + " + (n % 90) * interval '1 second'" + range,
                "INSERT INTO conversation_agent (conversation_id, place, agent_id, since) SELECT " + id + ", 1, " + first + ", " + at
                    + range + taken,
                "INSERT INTO conversation_agent (conversation_id, place, agent_id, since) SELECT " + id + ", 2, " + second + ", " + at
                    + " + interval '5 minutes'" + range + " WHERE n % 10 > 6",
                "INSERT INTO message (conversation_id, seq, kind, author_kind, author_id, text, at) SELECT " + id + ", 1, 'TEXT', 'AGENT', "
                    + first + ", 'Hello, what can I do for you?', " + at + " + (n % 90 + 20) * interval '1 second'" + range + taken,
                "INSERT INTO conversation_summary (conversation_id, text, statements, made_at) SELECT " + id + ", 'Said', '[]', " + at
                    + range + taken,
                "INSERT INTO conversation_topic (conversation_id, place, name, seqs) SELECT " + id + ", 0, 'topic ' || n % 997, '{1}'"
                    + range + " WHERE n % 10 > 5",
                "VACUUM ANALYZE visitor, conversation, chat_request, offer, conversation_agent, message, conversation_summary, "
                    + "conversation_topic")) {
                statement.execute(sql);
            }
        }
        System.out.printf("filled with %,d chats in %d s%n", CHATS, (System.nanoTime() - start) / 1_000_000_000);
    }
}
