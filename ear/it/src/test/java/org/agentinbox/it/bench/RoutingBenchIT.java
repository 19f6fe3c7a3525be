package org.agentinbox.it.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.agentinbox.it.support.Installation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures routing on a large site: how long a decision takes, how many chats can be asked for in a second, what requests cost those who
 * are in a chat meanwhile, and how long the look-up of an account takes. The floor is one transaction that inserts as many rows as a
 * request does, by JDBC.
 */
@Tag("bench")
class RoutingBenchIT {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    /** How long requests go on while people chat, in each round. */
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
    private static final int PER_SECOND = 50;
    private static final int VISITORS = Math.max(1_000, PER_SECOND * (int) ROUND.toSeconds());
    private static final int ONE_BY_ONE = 500;
    private static final int LOOKED_UP = 2_000;
    private static final int IN_FLIGHT = 32;
    private static final int MESSAGES_PER_SECOND = 200;
    private static final int CHATS = 100;
    private static final int CHAT_AGENTS = 20;
    private static final String ROWS = "SELECT sum(n_tup_ins) FROM pg_stat_user_tables WHERE relname <> 'bench_floor'";
    /** From when the server took the request on until it had decided, without the commit. */
    private static final String DECIDED = """
        SELECT extract(epoch FROM d.decided_at - c.requested_at) * 1000000 FROM conversation c
        JOIN routing_decision d ON d.conversation_id = c.id WHERE c.id = ANY (string_to_array(?, ' ')::uuid[])
        """;
    private static final String UNTOLD = """
        SELECT count(*) FROM conversation c WHERE c.id = ANY (string_to_array(?, ' ')::uuid[]) AND state <> 'MISSED'
            AND NOT EXISTS (SELECT FROM offer o WHERE o.conversation_id = c.id)
            AND NOT EXISTS (SELECT FROM chat_request r WHERE r.conversation_id = c.id AND r.queued_at IS NOT NULL)
        """;
    private static final String OVER_LIMIT = """
        SELECT count(*) FROM agent a WHERE (SELECT count(*) FROM conversation c WHERE c.agent_id = a.account_id AND c.state = 'ACTIVE')
            + (SELECT count(*) FROM offer o WHERE o.agent_id = a.account_id AND o.state = 'PENDING') > 10
        """;

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder report = new StringBuilder();
    private Installation installation;
    private BenchVisitors visitors;
    private int rows;

    @Test
    void routingOnALargeSite() throws Exception {
        try (Installation started = Installation.start("routing-bench",
            Map.of("agentinbox.demo", "true", "agentinbox.offer.timeout", "PT1H", "agentinbox.chat.idle-timeout", "PT1H"))) {
            installation = started;
            Load load = BenchChats.open(installation, CHAT_AGENTS, CHATS, lines);
            RoutingWorld.fill(installation);
            installation.query("CREATE TABLE bench_floor (id uuid PRIMARY KEY, text text)");
            visitors = BenchVisitors.open(installation, VISITORS);
            progress("warming up");
            saturated();
            saturated();
            oneByOne();
            inOneSecond();
            beside(load);
            nearlyAllFull();
            lookUps();
        } finally {
            lines.forEach(Line::close);
            if (visitors != null) {
                visitors.close();
            }
        }
        System.out.printf("%nRouting among %d agents, %d teams, %d rules, %d accounts%n%s%n", RoutingWorld.AGENTS, RoutingWorld.TEAMS,
            RoutingWorld.RULES, RoutingWorld.ACCOUNTS, report);
    }

    /** One request after the other, by each entry in turn, and the floor in between. */
    private void oneByOne() throws SQLException {
        progress("requests one by one");
        long before = Long.parseLong(installation.query(ROWS).get(0));
        List<String> sample = ask(0, 50);
        LockSupport.parkNanos(1_500_000_000);
        rows = (int) Math.round((Long.parseLong(installation.query(ROWS).get(0)) - before) / (double) sample.size());
        Map<String, Histogram> taken = new TreeMap<>();
        List<String> all = new ArrayList<>();
        Histogram floor = new Histogram(3);
        try (Connection connection = installation.connect()) {
            connection.setAutoCommit(false);
            for (int i = 50; i < 50 + ONE_BY_ONE; i++) {
                floor.recordValue(micros(() -> floor(connection)));
                String entry = RoutingWorld.ENTRIES.get(i % RoutingWorld.ENTRIES.size());
                int number = i;
                long micros = micros(() -> all.add(visitors.ask(number, entry).orTimeout(1, TimeUnit.MINUTES).join()));
                taken.computeIfAbsent(entry, key -> new Histogram(3)).recordValue(micros);
            }
        }
        check(all);
        Histogram together = new Histogram(3);
        taken.values().forEach(together::add);
        Histogram decided = new Histogram(3);
        installation.query(DECIDED, String.join(" ", all)).forEach(micros -> decided.recordValue((long) Double.parseDouble(micros)));
        line("decision, in the server", decided, null);
        line("request until it is answered, " + rows + " rows", together, floor);
        taken.forEach((entry, histogram) -> line("  by the entry " + entry, histogram, floor));
        visitors.leave();
    }

    private List<String> ask(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> visitors.ask(i, RoutingWorld.ENTRIES.get(i % RoutingWorld.ENTRIES.size()))
            .orTimeout(1, TimeUnit.MINUTES).join()).toList();
    }

    private void inOneSecond() throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> floors = new ArrayList<>();
        CpuTimes work = new CpuTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO);
        for (int round = 0; round < ROUNDS; round++) {
            progress("as many as can be, round " + (round + 1) + " of " + ROUNDS);
            floors.add(floorsInOneSecond());
            CpuTimes before = CpuTimes.of(installation);
            ours.add(saturated());
            work = work.plus(CpuTimes.of(installation).since(before));
        }
        report.append(String.format("%-48s %8.0f a second, floor %.0f, ratio %.2f%n", IN_FLIGHT + " in flight", median(ours),
            median(floors), median(floors) / median(ours)));
        report.append(String.format("%-48s %s (with leaving)%n", "  processor's time for a chat", work.each((double) ROUNDS * VISITORS)));
    }

    private static double median(List<Double> rounds) {
        return rounds.stream().sorted().toList().get(rounds.size() / 2);
    }

    /** Each visitor asks once, so many of them at a time. Returns how many were answered in a second. */
    private double saturated() throws SQLException {
        Semaphore window = new Semaphore(IN_FLIGHT);
        List<CompletableFuture<String>> answers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < visitors.count(); i++) {
            window.acquireUninterruptibly();
            answers.add(visitors.ask(i, RoutingWorld.ENTRIES.get(i % RoutingWorld.ENTRIES.size())));
            answers.get(i).whenComplete((id, failure) -> window.release());
        }
        List<String> all = answers.stream().map(answer -> answer.orTimeout(1, TimeUnit.MINUTES).join()).toList();
        double perSecond = all.size() / ((System.nanoTime() - start) / 1e9);
        check(all);
        visitors.leave();
        return perSecond;
    }

    private double floorsInOneSecond() throws Exception {
        AtomicInteger left = new AtomicInteger(VISITORS);
        long start = System.nanoTime();
        List<CompletableFuture<Void>> workers = IntStream.range(0, 16).mapToObj(i -> CompletableFuture.runAsync(() -> {
            try (Connection connection = installation.connect()) {
                connection.setAutoCommit(false);
                while (left.decrementAndGet() >= 0) {
                    floor(connection);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }, work -> new Thread(work).start())).toList();
        workers.forEach(CompletableFuture::join);
        return VISITORS / ((System.nanoTime() - start) / 1e9);
    }

    private void floor(Connection connection) {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO bench_floor VALUES (?, ?)")) {
            for (int i = 0; i < rows; i++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, "Why a request went where it went, in about as many characters as a row has");
                insert.executeUpdate();
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Messages in chats under way, without and with requests of others. */
    private void beside(Load load) throws Exception {
        List<Histogram> without = new ArrayList<>();
        List<Histogram> with = new ArrayList<>();
        load.atRate(MESSAGES_PER_SECOND, Duration.ofSeconds(10));
        for (int round = 0; round < ROUNDS; round++) {
            progress("messages beside requests, round " + (round + 1) + " of " + ROUNDS);
            without.add(load.atRate(MESSAGES_PER_SECOND, ROUND).copy());
            CompletableFuture<List<String>> requests = CompletableFuture.supplyAsync(RoutingBenchIT.this::atRate);
            with.add(load.atRate(MESSAGES_PER_SECOND, ROUND).copy());
            check(requests.get());
            visitors.leave();
        }
        double[] p50 = {median(without, 50), median(with, 50)};
        double[] p99 = {median(without, 99), median(with, 99)};
        report.append(String.format("%-48s p50 %.2f, %.2f ms   p99 %.2f, %.2f ms   ratio of p99 %.2f%n", MESSAGES_PER_SECOND
            + " messages a second without, with " + PER_SECOND + " requests", p50[0], p50[1], p99[0], p99[1], p99[1] / p99[0]));
    }

    private static double median(List<Histogram> rounds, double percentile) {
        return median(rounds.stream().map(h -> h.getValueAtPercentile(percentile) / 1_000.0).toList());
    }

    private List<String> atRate() {
        long start = System.nanoTime();
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int i = 0; i < PER_SECOND * ROUND.toSeconds(); i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            answers.add(visitors.ask(i, RoutingWorld.ENTRIES.get(i % RoutingWorld.ENTRIES.size())));
        }
        return answers.stream().map(answer -> answer.orTimeout(1, TimeUnit.MINUTES).join()).toList();
    }

    /** Everybody may have one chat, and nearly everybody has one: nearly all agents have to be looked at. */
    private void nearlyAllFull() throws SQLException {
        progress("nearly all agents are busy");
        installation.query("UPDATE agent SET own_limit = 1");
        int busy = RoutingWorld.AGENTS * 8 / 10 - 30;
        ask(0, busy);
        Histogram histogram = new ConcurrentHistogram(3);
        List<String> all = new ArrayList<>();
        for (int i = busy; i < Math.min(busy + 150, visitors.count()); i++) {
            int number = i;
            histogram.recordValue(micros(() -> all.add(visitors.ask(number, "default").orTimeout(1, TimeUnit.MINUTES).join())));
        }
        check(all);
        line("request while nearly all agents are busy", histogram, null);
        String looked = installation.query("SELECT max((step ->> 'count')::int) FROM routing_decision, jsonb_array_elements(steps) step "
            + "WHERE step ->> 'kind' = 'POOL'").get(0);
        String size = installation.query("SELECT max(octet_length(candidates::text) + octet_length(steps::text)) FROM routing_decision")
            .get(0);
        report.append(String.format("%-48s %s%n", "  the longest story", size + " bytes, " + looked + " agents looked at"));
        visitors.leave();
        installation.query("UPDATE agent SET own_limit = NULL");
    }

    private void lookUps() throws Exception {
        progress("looking accounts up");
        Histogram ours = new Histogram(3);
        Histogram floor = new Histogram(3);
        String sql = AccountStatement.BY_DOMAIN;
        try (Connection connection = installation.connect();
            PreparedStatement lookUp = connection.prepareStatement(sql);
            PreparedStatement nothing = connection.prepareStatement("SELECT 1 WHERE ? <> ''")) {
            for (int i = -LOOKED_UP; i < LOOKED_UP; i++) {
                String email = RoutingWorld.email(Math.abs(i) * 10);
                String domain = email.substring(email.indexOf('@') + 1);
                long one = micros(() -> row(nothing, domain));
                long two = micros(() -> assertEquals(domain, row(lookUp, domain)));
                if (i >= 0) {
                    floor.recordValue(one);
                    ours.recordValue(two);
                }
            }
        }
        line("look-up of an account, floor: SELECT 1", ours, floor);
    }

    private static String row(PreparedStatement statement, String domain) {
        try {
            statement.setString(1, domain);
            try (var found = statement.executeQuery()) {
                return found.next() ? found.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each was offered to somebody, waits in the queue, or was told that nobody can take it; and nobody has more than they may. */
    private void check(List<String> conversations) {
        assertEquals(List.of("0"), installation.query(UNTOLD, String.join(" ", conversations)));
        assertEquals(conversations.size(), conversations.stream().distinct().count());
        assertEquals(List.of("0"), installation.query(OVER_LIMIT));
    }

    private static long micros(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Math.max(1, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
    }

    private void line(String what, Histogram ours, Histogram floorOrNull) {
        double p50 = ours.getValueAtPercentile(50) / 1_000.0;
        double p99 = ours.getValueAtPercentile(99) / 1_000.0;
        String floor = floorOrNull == null ? "" : String.format("   floor %.2f, %.2f ms, ratio %.2f, %.2f",
            floorOrNull.getValueAtPercentile(50) / 1_000.0, floorOrNull.getValueAtPercentile(99) / 1_000.0,
            p50 * 1_000 / floorOrNull.getValueAtPercentile(50), p99 * 1_000 / floorOrNull.getValueAtPercentile(99));
        report.append(String.format("%-48s p50 %.2f ms, p99 %.2f ms%s%n", what, p50, p99, floor));
    }

    private static void progress(String what) {
        System.out.println("  … " + what);
    }
}
