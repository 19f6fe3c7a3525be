package org.agentinbox.it.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.HdrHistogram.Histogram;
import org.agentinbox.it.support.BatchJobs;
import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures how long the purge takes where half of {@code -Dbench.messages=10000000} messages are too old, with ten messages a conversation
 * over 180 days, and how much it slows chats meanwhile. Goals: 60 s, and a p99 of at most 1.5 times that without a purge.
 */
@Tag("bench")
class PurgeBenchIT {

    private static final int MESSAGES = Integer.getInteger("bench.messages", 10_000_000);
    private static final int RATE = Integer.getInteger("bench.rate", 200);
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final int SECONDS_WITHOUT = 20;
    private static final long MOST_MICROS = 60_000_000;
    private static final String PURGE = "history-purge";
    /** When conversation n began: evenly spread over 180 days, the last one an hour ago. */
    private static final String BEGAN = "now() - interval '1 hour' - (interval '180 days') * (%d - n) / %d";
    private static final String ID = "(lpad(to_hex(floor(extract(epoch FROM %s) * 1000)::bigint), 12, '0') || '7000%s' || lpad(to_hex(n), "
        + "15, '0'))::uuid";

    private final List<Line> lines = new ArrayList<>();

    @Test
    void halfOfTheHistoryGoesWhilePeopleChat() throws Exception {
        try (
            Installation installation = Installation.start("purge-bench",
                Map.of("agentinbox.demo", "true", "agentinbox.offer.timeout", "PT10M"));
            BatchJobs jobs = new BatchJobs(installation)) {
            fill(installation);
            Load chats = BenchChats.open(installation, 10, 100, lines);
            chats.atRate(RATE, ROUND);
            Histogram without = new Histogram(MOST_MICROS, 3);
            undisturbed(installation, chats, without);
            List<Second> during = new ArrayList<>();
            long checkpoints = checkpoints(installation);
            long start = System.nanoTime();
            long execution = jobs.start(PURGE, Map.of("startedBy", "benchmark", "pace", System.getProperty("bench.pace", "50")));
            do {
                during.add(second(installation, chats, execution));
            } while (!during.get(during.size() - 1).step().isEmpty());
            double took = (System.nanoTime() - start) / 1e9;
            System.out.printf("%d checkpoints meanwhile%n", checkpoints(installation) - checkpoints);
            undisturbed(installation, chats, without);
            report(installation, jobs.status(PURGE, execution), execution, took, without, during);
            lines.forEach(Line::close);
        }
    }

    /** The chats of one second, and the step of the purge that was running at its end; empty after the last step. */
    private record Second(String step, Histogram histogram) {}

    private static Second second(Installation installation, Load chats, long execution) {
        Histogram histogram = chats.atRate(RATE, Duration.ofSeconds(1)).copy();
        List<String> steps = installation
            .query("SELECT s.stepname FROM step_execution s JOIN job_execution j USING (jobexecutionid) WHERE j.jobexecutionid = ? "
                + "AND j.batchstatus IN ('STARTING', 'STARTED') ORDER BY s.starttime DESC LIMIT 1", execution);
        return new Second(String.join("", steps), histogram);
    }

    private static long checkpoints(Installation installation) {
        return Long.parseLong(installation.query("SELECT num_timed + num_requested FROM pg_stat_checkpointer").get(0));
    }

    /** Measured before and after the purge, since a machine's speed changes over time. */
    private static void undisturbed(Installation installation, Load chats, Histogram into) {
        for (int second = 0; second < SECONDS_WITHOUT; second++) {
            into.add(second(installation, chats, 0).histogram());
        }
    }

    private static void report(Installation installation, String status, long execution, double took, Histogram without,
        List<Second> during) {
        Histogram all = new Histogram(MOST_MICROS, 3);
        Map<String, Histogram> steps = new LinkedHashMap<>();
        for (Second second : during) {
            all.add(second.histogram());
            steps.computeIfAbsent(second.step(), step -> new Histogram(MOST_MICROS, 3)).add(second.histogram());
        }
        System.out.printf("%nPurge of half of %,d messages, %d messages a second under way: %s after %.1f s (goal 60 s)%n%s%n%s%n"
            + "p50 %.2f ms without, %.2f ms during; p99 %.2f ms without, %.2f ms during, ratio %.2f (goal 1.5)%n",
            MESSAGES, RATE, status, took, steps(installation, execution), removed(installation, execution),
            millis(without, 50), millis(all, 50), millis(without, 99), millis(all, 99), millis(all, 99) / millis(without, 99));
        steps.forEach((step, histogram) -> System.out.printf("  %-14s %5d messages, p50 %.2f, p90 %.2f, p99 %.2f, longest %.2f ms%n",
            step.isEmpty() ? "(the end)" : step,
            histogram.getTotalCount(), millis(histogram, 50), millis(histogram, 90), millis(histogram, 99), millis(histogram, 100)));
        System.out.printf("  %-14s %5d messages, p50 %.2f, p90 %.2f, p99 %.2f, longest %.2f ms%n", "(without)",
            without.getTotalCount(), millis(without, 50), millis(without, 90), millis(without, 99), millis(without, 100));
    }

    private static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1_000.0;
    }

    private static String removed(Installation installation, long execution) {
        return String.join(", ",
            installation.query("SELECT c.kind || ' ' || removed FROM retention_count c JOIN retention_run r ON r.id = c.run_id "
                + "WHERE r.job_execution = ? ORDER BY c.kind", execution));
    }

    private static String steps(Installation installation, long execution) {
        return String.join(", ",
            installation.query("SELECT stepname || ' ' || round(extract(epoch FROM endtime - starttime), 1) || ' s' FROM step_execution "
                + "WHERE jobexecutionid = ? ORDER BY starttime", execution));
    }

    private static void fill(Installation installation) throws SQLException {
        int conversations = MESSAGES / 10;
        String began = BEGAN.formatted(conversations, conversations);
        String id = ID.formatted(began, "8");
        String visitor = ID.formatted(began.replace("- n)", "- n / 5 * 5)"), "9").replace("to_hex(n)", "to_hex(n / 5 * 5)");
        String range = " FROM generate_series(0, " + (conversations - 1) + ") n";
        long start = System.nanoTime();
        try (Connection connection = installation.connect(); Statement statement = connection.createStatement()) {
            partitions(connection);
            for (String sql : List.of("SET synchronous_commit = off",
                "BEGIN",
                "INSERT INTO visitor (id, version, name, created_at, seen_at) SELECT " + visitor + ", 0, 'Visitor ' || n, " + began + ", "
                    + began + range + " WHERE n % 5 = 0",
                "INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, accepted_at, "
                    + "ended_at) SELECT "
                    + id + ", " + visitor
                    + ", a.ids[1 + n % 3], " + id + ", 'ENDED', 'AGENT', " + began + ", " + began + ", " + began
                    + " + interval '10 minutes'" + range
                    + ", (SELECT array_agg(account_id) AS ids FROM agent) a",
                "INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, text, at) SELECT " + id
                    + ", i, gen_random_uuid(), 'TEXT', 'VISITOR', "
                    + "'How much is it for 200 seats, billed yearly? Number ' || n, " + began + range + ", generate_series(1, 10) i",
                "INSERT INTO offer (id, conversation_id, agent_id, state, offered_at, expires_at, answered_at) SELECT " + id + ", " + id
                    + ", a.ids[1 + n % 3], 'ACCEPTED', "
                    + began + ", " + began + ", " + began + range + ", (SELECT array_agg(account_id) AS ids FROM agent) a",
                "INSERT INTO routing_decision (id, conversation_id, decided_at, candidates) SELECT " + id + ", " + id + ", " + began
                    + ", '[]'" + range,
                "INSERT INTO conversation_search (conversation_id, ended_at, visitor_id, who, document) SELECT " + id + ", " + began + ", "
                    + visitor
                    + ", '', array_to_tsvector(ARRAY['order' || n % 5000, 'seats'])" + range,
                "INSERT INTO activity (id, visitor_id, type, at, conversation_id) SELECT activity_id(" + began + "), " + visitor + ", t, "
                    + began + ", " + id + range
                    + ", unnest(ARRAY['CONVERSATION_TRIGGERED', 'ENGAGED_WITH_AGENT']) t",
                "COMMIT",
                "VACUUM ANALYZE message, conversation, visitor, offer, routing_decision, conversation_search, activity",
                "CHECKPOINT")) {
                statement.execute(sql);
            }
        }
        System.out.printf("filled with %,d messages in %d s%n", MESSAGES, (System.nanoTime() - start) / 1_000_000_000);
    }

    /** Makes weekly partitions from before the history on, as if the product had run all that time. */
    private static void partitions(Connection connection) throws SQLException {
        List<String> parts = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            ResultSet rows = statement.executeQuery("SELECT part::text FROM message_partition");
            while (rows.next()) {
                parts.add(rows.getString(1));
            }
            for (String part : parts) {
                statement.execute("ALTER TABLE message DETACH PARTITION " + part);
                statement.execute("ALTER TABLE " + part + " RENAME TO old_" + part);
            }
            statement.execute(
                "DO $$ BEGIN EXECUTE format('CREATE TABLE message_oldest PARTITION OF message FOR VALUES FROM (MINVALUE) TO (%L)', "
                    + "first_id(period_end(now() - interval '180 days', 7))); END $$");
            statement.execute("SELECT add_message_partitions(now() + interval '14 days', 7)");
            for (String part : parts) {
                statement.execute("INSERT INTO message SELECT * FROM old_" + part);
                statement.execute("DROP TABLE old_" + part);
            }
        }
    }
}
