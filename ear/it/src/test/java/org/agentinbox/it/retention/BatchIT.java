package org.agentinbox.it.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.BatchJobs;
import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Starts, stops and restarts both jobs through the management interface, and checks their results in the database. */
class BatchIT {

    private static final String PURGE = "history-purge";
    private static final int OLD = 3_000;
    /** Long before the data of other tests. */
    private static final Instant CUTOFF = Instant.now().minus(Duration.ofDays(400)).truncatedTo(ChronoUnit.MILLIS);
    private static final String COUNTS = "SELECT c.kind || ' ' || removed FROM retention_count c JOIN retention_run r ON r.id = c.run_id "
        + "WHERE r.job_execution = ? AND removed > 0 ORDER BY c.kind";

    private final Installation installation = Installation.shared();
    private final BatchJobs jobs = new BatchJobs(installation);

    @AfterEach
    void disconnect() {
        jobs.close();
    }

    /** Inserts chats of two messages each, which ended around an instant; half of the old ones ended in the week before the cutoff. */
    private void chats(String name, int count, Instant around) {
        installation.query(
            "WITH v AS (INSERT INTO visitor (id, version, name, created_at, seen_at) SELECT activity_id(t), 0, ?, t, t FROM (SELECT "
                + "?::timestamptz - n * interval '1 minute' AS t FROM generate_series(1, ?) n) s RETURNING id, created_at), "
                + "c AS (INSERT INTO conversation (id, visitor_id, request_client_id, state, requested_at, ended_at) SELECT "
                + "activity_id(created_at), id, id, 'MISSED', "
                + "created_at, created_at FROM v RETURNING id, visitor_id, requested_at), "
                + "a AS (INSERT INTO activity (id, visitor_id, type, at, conversation_id) SELECT activity_id(requested_at), visitor_id, "
                + "'LIVE_CHAT_MISSED', requested_at, id FROM c) "
                + "INSERT INTO message (conversation_id, seq, kind, author_kind, text, at) SELECT id, n, 'TEXT', 'VISITOR', 'Hello', "
                + "requested_at FROM c, generate_series(1, 2) n",
            name, around.toString(), count);
    }

    private long count(String name) {
        return Long.parseLong(
            installation.query("SELECT count(*) FROM conversation c JOIN visitor v ON v.id = c.visitor_id WHERE v.name = ?", name).get(0));
    }

    @Test
    void thePurgeCountsStopsGoesOnAndKeepsWhatIsYounger() {
        // Removes what earlier tests left behind.
        assertEquals("COMPLETED", jobs.ended(PURGE, jobs.start(PURGE, Map.of("cutoff", CUTOFF.toString(), "pace", "100"))));
        chats("Old of purge", OLD, CUTOFF);
        chats("Young of purge", 50, CUTOFF.plus(Duration.ofHours(1)));
        long dry = jobs.start(PURGE, Map.of("cutoff", CUTOFF.toString(), "dryRun", "true", "pace", "100"));
        assertEquals("COMPLETED", jobs.ended(PURGE, dry));
        assertEquals(OLD, count("Old of purge"), "a dry run removes nothing");
        List<String> counted = installation.query(COUNTS, dry);
        assertTrue(counted.contains("conversation " + OLD) && counted.contains("message " + 2 * OLD) && counted.contains("visitor " + OLD),
            counted.toString());

        // Slow enough that there is time to stop it, on any machine.
        long first = jobs.start(PURGE, Map.of("cutoff", CUTOFF.toString(), "startedBy", "BatchIT", "pace", "1"));
        Await.until("something went", Duration.ofMinutes(1), () -> count("Old of purge") < OLD);
        long asked = System.nanoTime();
        jobs.stop(first);
        // Read from the purge's own record, as the server's list of executions may be up to three seconds old.
        Await.until("it has stopped", Duration.ofSeconds(20),
            () -> installation.query("SELECT state FROM retention_run WHERE job_execution = ?", first).equals(List.of("STOPPED")));
        long millis = (System.nanoTime() - asked) / 1_000_000;
        assertTrue(millis < 1_000, "stopped after " + millis + " ms");
        assertEquals("STOPPED", jobs.ended(PURGE, first));
        assertTrue(count("Old of purge") > 0, "stopped before the end");

        // Faster now; the cutoff and the starter stay those of the first start.
        long second = jobs.restart(first,
            Map.of("cutoff", CUTOFF.plus(Duration.ofDays(1)).toString(), "startedBy", "nobody", "pace", "100"));
        assertEquals("COMPLETED", jobs.ended(PURGE, second));
        assertEquals(0, count("Old of purge"));
        assertEquals(50, count("Young of purge"));
        assertEquals(counted, installation.query(COUNTS, second), "what went, before and after the restart, is what was counted");
        assertEquals(List.of("BatchIT " + CUTOFF), installation.query("SELECT started_by || ' ' || to_char(cutoff AT TIME ZONE 'UTC', "
            + "'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') FROM retention_run WHERE job_execution = ?", second));
    }

    /** The web module can see the jobs too, but the console must not list them twice. */
    @Test
    void eachJobIsOfferedOnce() {
        assertEquals(Map.of("agent-inbox-ejb.jar", Set.of(PURGE, "conversation-summary")), jobs.offered());
    }

    @Test
    void aCutoffThatIsTooYoungRemovesNothing() {
        long runs = Long.parseLong(installation.query("SELECT count(*) FROM retention_run").get(0));
        long execution = jobs.start(PURGE, Map.of("cutoff", Instant.now().minus(Duration.ofDays(89)).toString()));
        assertEquals("FAILED", jobs.ended(PURGE, execution));
        assertEquals(List.of("0"), installation.query("SELECT count(*) FROM retention_run WHERE job_execution = ?", execution),
            "of " + runs + " runs");
    }

    @Test
    void summariesThatAreMissingAndTheFiguresOfADayAreMadeOnce() {
        // Earlier tests may have had the figures made, and figures that exist are not made again.
        installation.query("DELETE FROM daily_figure");
        chats("Counted", 3, Instant.now().minus(Duration.ofDays(3)).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12)));
        installation.query("DELETE FROM conversation_summary");
        long first = jobs.start("conversation-summary", Map.of());
        assertEquals("COMPLETED", jobs.ended("conversation-summary", first));
        String summaries = "SELECT conversation_id || ' ' || xmin FROM conversation_summary ORDER BY 1";
        List<String> written = installation.query(summaries);
        assertEquals(installation.query("SELECT id FROM conversation WHERE state = 'ENDED' AND agent_id IS NOT NULL ORDER BY id::text"),
            installation.query("SELECT conversation_id FROM conversation_summary ORDER BY conversation_id::text"),
            "no ended chat is without");
        String figures = "SELECT day || ' ' || COALESCE(agent_id::text, '-') || ' ' || xmin FROM daily_figure WHERE open = 0 ORDER BY 1";
        List<String> made = installation.query(figures);
        String then = "(now() AT TIME ZONE '" + Installation.ZONE + "')::date - 3";
        assertEquals(
            installation.query(
                "SELECT count(*) || ' ' || count(*) FILTER (WHERE state = 'MISSED') FROM conversation WHERE (requested_at AT TIME ZONE '"
                    + Installation.ZONE + "')::date = " + then),
            installation.query("SELECT requested || ' ' || missed FROM daily_figure WHERE agent_id IS NULL AND day = " + then));
        assertNotEquals(List.of(),
            installation.query("SELECT 1 FROM daily_figure a JOIN daily_figure d USING (day) WHERE a.agent_id IS NOT NULL "
                + "AND a.response_median > 0 AND a.length_median >= a.response_median AND d.agent_id IS NULL AND d.accept_median > 0"),
            "the demo's agents had chats");
        assertEquals("COMPLETED", jobs.ended("conversation-summary", jobs.start("conversation-summary", Map.of())));
        assertEquals(made, installation.query(figures), "not a row was written again");
        assertEquals(written, installation.query(summaries), "nor a summary");
    }

    /** One row for the whole cluster holds the times of the jobs; a run missed while no server was up is made up for once. */
    @Test
    void aMissedTimeIsMadeUpForOnce() {
        String scheduled = "SELECT count(*) FROM job_execution e JOIN job_instance i USING (jobinstanceid) WHERE i.jobname = "
            + "'conversation-summary' "
            + "AND e.batchstatus = 'COMPLETED' AND e.jobparameters LIKE '%startedBy = schedule%'";
        long before = Long.parseLong(installation.query(scheduled).get(0));
        installation
            .query("UPDATE deadline SET due_at = now() - interval '3 days' WHERE kind IN ('CONVERSATION_SUMMARY', 'HISTORY_PURGE')");
        Await.until("the job has run", Duration.ofMinutes(1), () -> Long.parseLong(installation.query(scheduled).get(0)) == before + 1);
        Await.until("both are due again", Duration.ofMinutes(1),
            () -> installation.query("SELECT kind FROM deadline WHERE kind IN ('CONVERSATION_SUMMARY', "
                + "'HISTORY_PURGE') AND due_at > now() AND due_at <= now() + interval '1 day' ORDER BY kind")
                .equals(List.of("CONVERSATION_SUMMARY", "HISTORY_PURGE")));
        assertEquals(before + 1, Long.parseLong(installation.query(scheduled).get(0)));
        assertEquals(List.of("0"), installation.query("SELECT count(*) FROM retention_run WHERE started_by = 'schedule'"),
            "what is switched off does not start");
    }
}
