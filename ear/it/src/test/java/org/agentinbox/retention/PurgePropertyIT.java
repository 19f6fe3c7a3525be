package org.agentinbox.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.TableOwners;
import org.agentinbox.launcher.Database;
import org.agentinbox.platform.Ids;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests, with random histories from fixed seeds, that a purge deletes everything older than the cutoff and nothing younger, whatever is
 * killed and whoever chats meanwhile. A kill is a connection that ends in the middle of a chunk.
 */
class PurgePropertyIT {

    /** SQL states of a conflict with others, after which the purge tries again, as the job does. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01", "40001");
    private static final HistoryTables TABLES = new HistoryTables(TableOwners.all());
    private static final Purge PURGE = new Purge(TABLES, Period.ofDays(400));
    private static String url;
    private Connection connection;
    private JdbcSession session;
    private UUID agent;

    @BeforeAll
    static void migrate() {
        url = Installation.shared().database().url("purge");
        Flyway.configure().dataSource(url, Database.USER, "").locations("classpath:db/migration").load().migrate();
    }

    @BeforeEach
    void empty() throws SQLException {
        connect();
        List<String> tables = new ArrayList<>(TABLES.ofConversation());
        tables.addAll(TABLES.ofVisitor());
        tables.addAll(TABLES.aged().stream().map(HistoryTables.Aged::table).toList());
        tables.addAll(List.of("message", "conversation", "visitor", "visitor_record", "retention_run", "agent", "account"));
        for (String table : tables) {
            session.update("DELETE FROM " + table);
        }
        agent = UUID.randomUUID();
        session
            .update("INSERT INTO account (id, version, user_name, display_name, password_hash, must_change_password, active, created_at) "
                + "VALUES (?, 0, 'ana', 'Ana', '', false, true, now())", agent);
        session.update("INSERT INTO agent (account_id) VALUES (?)", agent);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    private void connect() throws SQLException {
        connection = DriverManager.getConnection(url, Database.USER, "");
        session = new JdbcSession(connection);
        // These tests kill connections, never the machine, so commits need not wait for the disk.
        session.list(row -> true, "SELECT set_config('synchronous_commit', 'off', false)");
    }

    /** Makes partitions of three weeks each, from before the history until after it, as if the product had run all that time. */
    private void partitions(Instant now) throws SQLException {
        for (String part : session.list(row -> row.getString(1), "SELECT part::text FROM message_partition")) {
            session.update("DROP TABLE " + part);
        }
        session.update("CREATE TABLE message_oldest PARTITION OF message FOR VALUES FROM (MINVALUE) TO ('"
            + session.list(row -> row.getString(1),
                "SELECT first_id(period_end(?, 21))", now.minus(Duration.ofDays(190))).get(0)
            + "')");
        session.count("SELECT add_message_partitions(?, 21)", now.plus(Duration.ofDays(14)));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingYoungerGoesAndAllThatIsOlderDoes(long seed) throws SQLException {
        Random random = new Random(seed);
        GeneratedHistory history = new GeneratedHistory(session, agent, random, now());
        partitions(history.now);
        connection.setAutoCommit(false);
        history.fill();
        connection.commit();
        Map<String, Set<String>> before = GeneratedHistory.stored(session);
        PurgeLimits limits = new PurgeLimits(1 + random.nextInt(5), 1 + random.nextInt(20), random.nextInt(30), 1 + random.nextInt(4),
            1 + random.nextInt(8));

        UUID counted = run(1, history, true, random, limits, false);
        assertEquals(before, GeneratedHistory.stored(session), "a dry run removes nothing");
        assertEquals(sizes(history.going), counts(session, counted), "a dry run counts what would go");

        UUID removed = run(2, history, false, random, limits, false);
        Map<String, Set<String>> left = GeneratedHistory.stored(session);
        before.replaceAll((table, ids) -> without(ids, history.going.get(table)));
        assertEquals(before, left);
        assertEquals(sizes(history.going), counts(session, removed), "what went is written down, kills or not");
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103})
    void chatsUnderWayLoseNothing(long seed) throws SQLException {
        Random random = new Random(seed);
        GeneratedHistory history = new GeneratedHistory(session, agent, random, now());
        partitions(history.now);
        connection.setAutoCommit(false);
        history.fill();
        connection.commit();
        Map<String, Set<String>> before = GeneratedHistory.stored(session);

        run(3, history, false, random, new PurgeLimits(2, 5, 10, 2, 3), true);
        Map<String, Set<String>> left = GeneratedHistory.stored(session);
        for (String table : GeneratedHistory.TABLES) {
            Set<String> lost = without(without(before.get(table), history.going.get(table)), left.get(table));
            assertEquals(Set.of(), lost, table + " that was to stay");
        }
        // What was written meanwhile is complete: the numbers of each conversation have no gap.
        assertEquals(0,
            session.count("SELECT count(*) FROM (SELECT 1 FROM message GROUP BY conversation_id HAVING max(seq) <> count(*)) gaps"));
        assertEquals(0,
            session.count("SELECT count(*) FROM message m WHERE NOT EXISTS (SELECT FROM conversation c WHERE c.id = m.conversation_id)"));
    }

    /** Two runs started together take turns. What one run removed is not counted by the other, and no message is left between them. */
    @ParameterizedTest
    @ValueSource(longs = {201, 202, 203})
    void twoRunsSideBySideRemoveEachThingOnce(long seed) throws Exception {
        Random random = new Random(seed);
        GeneratedHistory history = new GeneratedHistory(session, agent, random, now());
        partitions(history.now);
        history.fill();
        Map<String, Set<String>> before = GeneratedHistory.stored(session);
        CompletableFuture<Map<String, Long>> one = CompletableFuture.supplyAsync(() -> whole(21, history, new PurgeLimits(2, 5, 10, 2, 3)));
        CompletableFuture<Map<String, Long>> other = CompletableFuture
            .supplyAsync(() -> whole(22, history, new PurgeLimits(3, 4, 10, 3, 2)));
        Map<String, Long> removed = new TreeMap<>(one.get(1, TimeUnit.MINUTES));
        other.get(1, TimeUnit.MINUTES).forEach((table, count) -> removed.merge(table, count, Long::sum));
        assertEquals(sizes(history.going), removed);
        before.replaceAll((table, ids) -> without(ids, history.going.get(table)));
        assertEquals(before, GeneratedHistory.stored(session));
    }

    /**
     * A run leaves the messages of the conversations that it deletes to the drop of their partition. Without this wait, another run that
     * drops the partition would move these messages out of it and keep them, although their conversation is about to be deleted.
     */
    @Test
    void aPortionWaitsForThatOfAnotherRun() throws Exception {
        GeneratedHistory history = new GeneratedHistory(session, agent, new Random(8), now());
        partitions(history.now);
        history.fill();
        PurgeRunRepository record = new PurgeRunRepository(session);
        UUID one = record.open(new PurgeRunRepository.Wanted(31, 31, "test", history.cutoff, false), history.now).id();
        UUID other = record.open(new PurgeRunRepository.Wanted(32, 32, "test", history.cutoff, false), history.now).id();
        connection.setAutoCommit(false);
        PurgeLimits limits = new PurgeLimits(10, 1_000, 1_000, 1, 1);
        PURGE.next(session, one, Purge.Step.CONVERSATIONS, true, limits, history.now);
        long gone = record.counts(one).get("conversation");
        assertTrue(gone > 0);
        CompletableFuture<Void> drops = CompletableFuture.runAsync(() -> messages(other, history, limits));
        Await.until("the other has dropped what it can, or waits", Duration.ofSeconds(30), () -> drops.isDone()
            || !Installation.shared().query("SELECT 1 FROM pg_stat_activity WHERE datname = ? AND wait_event = 'advisory'", "purge")
                .isEmpty());
        connection.commit();
        drops.get(1, TimeUnit.MINUTES);
        assertEquals(0, session
            .count("SELECT count(*) FROM message_default m WHERE NOT EXISTS (SELECT FROM conversation c WHERE c.id = m.conversation_id)"));
    }

    private static void messages(UUID run, GeneratedHistory history, PurgeLimits limits) {
        try (Connection own = DriverManager.getConnection(url, Database.USER, "")) {
            own.setAutoCommit(false);
            for (boolean more = true; more;) {
                more = chunk(own, new JdbcSession(own), run, Purge.Step.MESSAGES, limits, history.now);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a purge from beginning to end on a connection of its own. */
    private static Map<String, Long> whole(long instance, GeneratedHistory history, PurgeLimits limits) {
        try (Connection own = DriverManager.getConnection(url, Database.USER, "")) {
            own.setAutoCommit(false);
            JdbcSession session = new JdbcSession(own);
            UUID id = new PurgeRunRepository(session)
                .open(new PurgeRunRepository.Wanted(instance, instance, "test", history.cutoff, false), history.now).id();
            own.commit();
            for (Purge.Step step : Purge.Step.values()) {
                for (boolean more = true; more;) {
                    more = chunk(own, session, id, step, limits, history.now);
                }
            }
            return counts(session, id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean chunk(Connection own, JdbcSession session, UUID run, Purge.Step step, PurgeLimits limits, Instant now)
        throws SQLException {
        try {
            boolean more = PURGE.next(session, run, step, true, limits, now);
            own.commit();
            return more;
        } catch (SQLException e) {
            own.rollback();
            if (!BUSY.contains(e.getSQLState())) {
                throw e;
            }
            return true;
        }
    }

    /** Runs the steps as the job does; a step that was killed goes on from its last commit. */
    private UUID run(long instance, GeneratedHistory history, boolean dry, Random random, PurgeLimits limits, boolean lively)
        throws SQLException {
        PurgeRunRepository.Wanted wanted = new PurgeRunRepository.Wanted(instance, instance * 100, "test", history.cutoff, dry);
        UUID id = new PurgeRunRepository(session).open(wanted, history.now).id();
        connection.commit();
        for (Purge.Step step : Purge.Step.values()) {
            for (boolean more = true; more;) {
                if (lively) {
                    live(history, random);
                }
                more = PURGE.next(session, id, step, random.nextInt(4) > 0, limits, history.now);
                if (random.nextInt(4) == 0) {
                    connection.abort(Runnable::run);
                    connect();
                    connection.setAutoCommit(false);
                    // The restart asks for another cutoff and mode, and gets those of the first start.
                    PurgeRun again = new PurgeRunRepository(session)
                        .open(new PurgeRunRepository.Wanted(instance, instance * 100 + 1, "test", history.now, !dry), history.now);
                    assertEquals(history.cutoff, again.cutoff());
                    assertEquals(dry, again.dry());
                    more = true;
                }
                connection.commit();
            }
        }
        new PurgeRunRepository(session).closed(id, "COMPLETED", history.now);
        connection.commit();
        return id;
    }

    /** What people do between two chunks: write, end chats, request new ones, and come back. */
    private void live(GeneratedHistory history, Random random) throws SQLException {
        UUID visitor = history.visitors.get(random.nextInt(history.visitors.size()));
        switch (random.nextInt(4)) {
            case 0 -> {
                if (!history.open.isEmpty()) {
                    UUID chat = history.open.get(random.nextInt(history.open.size()));
                    assertEquals("STORED",
                        session.list(row -> row.getString(1), "SELECT outcome FROM append_messages(ARRAY[?]::uuid[], ARRAY[?]::uuid[], "
                            + "ARRAY['AGENT'], ARRAY[?]::uuid[], ARRAY['Still there?'], ARRAY[0]::bigint[])", chat, UUID.randomUUID(),
                            agent).get(0));
                }
            }
            case 1 -> {
                if (!history.open.isEmpty()) {
                    UUID chat = history.open.remove(random.nextInt(history.open.size()));
                    session.update("UPDATE conversation SET state = 'ENDED', end_reason = 'AGENT', ended_at = ? WHERE id = ?", history.now,
                        chat);
                }
            }
            case 2 -> {
                if (session.update("UPDATE visitor SET seen_at = ? WHERE id = ?", history.now, visitor) > 0) {
                    history.stays(visitor);
                }
            }
            default -> {
                if (session
                    .update("INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, requested_at, accepted_at) "
                        + "SELECT ?, v.id, ?, ?, 'ACTIVE', ?, ? FROM visitor v WHERE v.id = ? ON CONFLICT DO NOTHING",
                        Ids.next(history.now), agent, UUID.randomUUID(),
                        history.now, history.now, visitor)
                    > 0) {
                    history.stays(visitor);
                }
            }
        }
        connection.commit();
    }

    /** A hold placed during a purge keeps everything that is not deleted yet. */
    @Test
    void aHoldCountsFromTheMomentItIsPlaced() throws SQLException {
        GeneratedHistory history = new GeneratedHistory(session, agent, new Random(7), now());
        partitions(history.now);
        history.fill();
        connection.setAutoCommit(false);
        UUID run = new PurgeRunRepository(session).open(new PurgeRunRepository.Wanted(4, 4, "test", history.cutoff, false), history.now)
            .id();
        PurgeLimits one = new PurgeLimits(1, 1, 1_000, 1, 1);
        PURGE.next(session, run, Purge.Step.CONVERSATIONS, true, one, history.now);
        for (UUID visitor : history.visitors) {
            session.update(
                "INSERT INTO legal_hold (id, visitor_id, reason, placed_by, placed_at) VALUES (?, ?, 'all of them', ?, ?) ON CONFLICT DO "
                    + "NOTHING",
                UUID.randomUUID(), visitor, agent, history.now);
        }
        Map<String, Set<String>> held = GeneratedHistory.stored(session);
        connection.commit();
        for (Purge.Step step : Purge.Step.values()) {
            while (PURGE.next(session, run, step, true, one, history.now)) {
                connection.commit();
            }
            connection.commit();
        }
        Map<String, Set<String>> left = GeneratedHistory.stored(session);
        for (String table : GeneratedHistory.TABLES) {
            if (!table.equals("message")) {
                assertEquals(held.get(table), left.get(table), table);
            }
        }
        assertEquals(0,
            session.count("SELECT count(*) FROM message m WHERE NOT EXISTS (SELECT FROM conversation c WHERE c.id = m.conversation_id)"),
            "messages without a conversation");
        assertTrue(session.count("SELECT count(*) FROM message_default") > 0, "messages kept from partitions that went lie in the net");
    }

    /** The purge knows all tables that refer to what it deletes. A new table with a restricting foreign key must be added to the list. */
    @Test
    void noForeignKeyForbids() throws SQLException {
        String known = String.join(",", TABLES.ofConversation()) + "," + String.join(",", TABLES.ofVisitor())
            + ",conversation," + TABLES.aged().stream().map(HistoryTables.Aged::table).collect(Collectors.joining(","));
        assertEquals(Set.of(),
            new TreeSet<>(session.list(row -> row.getString(1), "SELECT conrelid::regclass::text FROM pg_constraint WHERE contype = 'f' "
                + "AND confrelid IN ('conversation'::regclass, 'visitor'::regclass) AND conrelid::regclass::text <> ALL "
                + "(string_to_array(?, ','))",
                known)));
    }

    /** A row that came too late for its partition is moved into it when the partition is made. */
    @Test
    void theNetGivesBackWhatAPartitionIsMadeFor() throws SQLException {
        Instant now = now();
        partitions(now);
        Instant late = now.plus(Duration.ofDays(40));
        UUID chat = Ids.next(late);
        session.update(
            "INSERT INTO message (conversation_id, seq, kind, author_kind, text, at) VALUES (?, 1, 'TEXT', 'VISITOR', 'Hello', ?)", chat,
            late);
        assertEquals("message_default", session.list(row -> row.getString(1), "SELECT tableoid::regclass FROM message").get(0));
        session.count("SELECT add_message_partitions(?, 21)", late.plus(Duration.ofDays(7)));
        String part = session.list(row -> row.getString(1), "SELECT tableoid::regclass FROM message WHERE conversation_id = ?", chat)
            .get(0);
        assertEquals(1, session.count("SELECT count(*) FROM message_partition WHERE part::text = ? AND first_id <= ? AND end_id > ?", part,
            chat, chat));
    }

    private static Map<String, Long> counts(JdbcSession session, UUID run) throws SQLException {
        Map<String, Long> counts = new TreeMap<>(new PurgeRunRepository(session).counts(run));
        counts.keySet().retainAll(GeneratedHistory.TABLES);
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static Map<String, Long> sizes(Map<String, Set<String>> sets) {
        return sets.entrySet().stream().filter(e -> !e.getValue().isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, e -> (long) e.getValue().size(), (a, b) -> a, TreeMap::new));
    }

    private static Set<String> without(Set<String> set, Set<String> others) {
        Set<String> rest = new TreeSet<>(set);
        rest.removeAll(others);
        return rest;
    }
}
