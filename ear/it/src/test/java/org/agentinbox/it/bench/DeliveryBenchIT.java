package org.agentinbox.it.bench;

import static java.util.stream.IntStream.range;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.HdrHistogram.Histogram;
import org.agentinbox.it.bench.floor.FloorEndpoint;
import org.agentinbox.it.support.Installation;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.helpers.standalone.ServerDeploymentHelper;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measures the time of a message from the visitor's socket, over the disk, to the agent's socket, and compares it with the floor of {@link
 * FloorEndpoint}: same server, same data source, same clients, in alternating rounds.
 */
@Tag("bench")
class DeliveryBenchIT {

    private static final int CONVERSATIONS = 500;
    private static final int AGENTS = 50;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 6));
    private static final int[] RATES = Stream.of(System.getProperty("bench.rates", "100,500,1000").split(",")).mapToInt(Integer::parseInt)
        .toArray();
    private static final int IN_FLIGHT = 64;

    private final ScheduledExecutorService pings = Executors.newSingleThreadScheduledExecutor();
    private final List<Line> lines = new ArrayList<>();

    @Test
    void deliveryBesideTheFloor() throws Exception {
        try (Installation installation = Installation.start("bench",
            Map.of("agentinbox.demo", "true", "agentinbox.offer.timeout", "PT10M"))) {
            deployFloor(installation);
            Load ours = BenchChats.open(installation, AGENTS, CONVERSATIONS, lines);
            Load floor = floor(installation);
            progress("warming up");
            range(0, 3).forEach(i -> {
                floor.saturated(IN_FLIGHT, Duration.ofSeconds(8));
                ours.saturated(IN_FLIGHT, Duration.ofSeconds(8));
            });
            StringBuilder table = new StringBuilder();
            for (int rate : RATES) {
                atRate(rate, ours, floor, table);
            }
            saturated(installation, ours, floor, table);
            statements(installation, table);
            System.out.println("\nDelivery visitor → disk → agent, " + CONVERSATIONS + " conversations, " + ROUNDS + " rounds of "
                + ROUND.toSeconds() + " s in turn, fsync on\n" + table);
            lines.forEach(Line::close);
        }
    }

    private static void atRate(int rate, Load ours, Load floor, StringBuilder table) {
        Map<String, List<Histogram>> all = new TreeMap<>(Map.of("ours", new ArrayList<>(), "floor", new ArrayList<>()));
        for (int round = 0; round < ROUNDS; round++) {
            progress(rate + "/s, round " + (round + 1) + " of " + ROUNDS);
            all.get("floor").add(floor.atRate(rate, ROUND).copy());
            all.get("ours").add(ours.atRate(rate, ROUND).copy());
        }
        double[] p50 = {median(all.get("ours"), 50), median(all.get("floor"), 50)};
        double[] p99 = {median(all.get("ours"), 99), median(all.get("floor"), 99)};
        table.append(String.format("%5d/s  p50 %6.2f ms, floor %6.2f ms, ratio %.2f   p99 %6.2f ms, floor %6.2f ms, ratio %.2f%n",
            rate, p50[0], p50[1], p50[0] / p50[1], p99[0], p99[1], p99[0] / p99[1]));
    }

    /** The median of the rounds, so that one disturbed round does not decide. */
    private static double median(List<Histogram> rounds, double percentile) {
        return rounds.stream().mapToDouble(h -> h.getValueAtPercentile(percentile) / 1_000.0).sorted().toArray()[rounds.size() / 2];
    }

    private static void saturated(Installation installation, Load ours, Load floor, StringBuilder table) {
        Map<Load, List<Double>> perSecond = Map.of(ours, new ArrayList<>(), floor, new ArrayList<>());
        Map<Load, CpuTimes> work = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            progress("saturated, round " + (round + 1) + " of " + ROUNDS);
            for (Load load : List.of(floor, ours)) {
                CpuTimes before = CpuTimes.of(installation);
                perSecond.get(load).add(load.saturated(IN_FLIGHT, ROUND));
                work.merge(load, CpuTimes.of(installation).since(before), CpuTimes::plus);
            }
        }
        double o = median(perSecond.get(ours));
        double f = median(perSecond.get(floor));
        table.append(String.format("saturated, %d in flight: %.0f/s, floor %.0f/s, ratio %.2f%n", IN_FLIGHT, o, f, o / f));
        table.append("processor's time for a message: ").append(work.get(ours).each(messages(perSecond.get(ours))))
            .append("; floor: ").append(work.get(floor).each(messages(perSecond.get(floor)))).append('\n');
    }

    private static double median(List<Double> rounds) {
        return rounds.stream().sorted().toList().get(ROUNDS / 2);
    }

    private static double messages(List<Double> perSecond) {
        return perSecond.stream().mapToDouble(rate -> rate * ROUND.toSeconds()).sum();
    }

    /** Measures the two statements alone, over one connection without a server. */
    private static void statements(Installation installation, StringBuilder table) throws SQLException {
        try (Connection connection = installation.connect()) {
            UUID conversation;
            UUID visitor;
            UUID agent;
            int seq;
            try (Statement s = connection.createStatement();
                var row = s.executeQuery("SELECT c.id, c.visitor_id, c.agent_id, max(m.seq) FROM conversation c "
                    + "JOIN message m ON m.conversation_id = c.id WHERE c.state = 'ACTIVE' GROUP BY c.id LIMIT 1")) {
                row.next();
                conversation = row.getObject(1, UUID.class);
                visitor = row.getObject(2, UUID.class);
                agent = row.getObject(3, UUID.class);
                seq = row.getInt(4);
            }
            Histogram insert = new Histogram(60_000_000, 3);
            Histogram append = new Histogram(60_000_000, 3);
            try (PreparedStatement plain = connection.prepareStatement("INSERT INTO bench_floor (id, text) VALUES (?, ?)");
                PreparedStatement ours = connection.prepareStatement(MessageStatement.APPEND_NEXT)) {
                for (int i = 0; i < 4_000; i++) {
                    plain.setObject(1, UUID.randomUUID());
                    plain.setString(2, "How much is it for 200 seats, billed yearly?");
                    timed(insert, i, plain::executeUpdate);
                    MessageStatement.bind(ours, conversation, visitor, agent, ++seq);
                    timed(append, i, ours::executeUpdate);
                }
            }
            table.append(String.format("statement alone: append p50 %.2f ms, plain insert p50 %.2f ms, ratio %.2f%n",
                append.getValueAtPercentile(50) / 1_000.0, insert.getValueAtPercentile(50) / 1_000.0,
                append.getValueAtPercentile(50) / (double) insert.getValueAtPercentile(50)));
        }
    }

    private interface SqlTask {
        void run() throws SQLException;
    }

    private static void timed(Histogram histogram, int round, SqlTask task) throws SQLException {
        long start = System.nanoTime();
        task.run();
        if (round >= 1_000) {
            histogram.recordValue(Math.max(1, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start)));
        }
    }

    private static void deployFloor(Installation installation) throws SQLException {
        try (Connection connection = installation.connect(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bench_floor (id uuid PRIMARY KEY, text text NOT NULL, at timestamptz NOT NULL DEFAULT now())");
        }
        try (ModelControllerClient client = ModelControllerClient.Factory.create("remote+http", InetAddress.getLoopbackAddress(),
            installation.server().managementPort());
            InputStream war = ShrinkWrap.create(WebArchive.class, "floor.war").addClass(FloorEndpoint.class).as(ZipExporter.class)
                .exportAsInputStream()) {
            new ServerDeploymentHelper(client).deploy("floor.war", war);
        } catch (IOException | ServerDeploymentHelper.ServerDeploymentException e) {
            throw new AssertionError("The floor is not deployed.", e);
        }
    }

    private Load floor(Installation installation) {
        URI base = URI.create("ws://" + installation.address().getAuthority() + "/floor/ws/");
        List<Line> senders = new ArrayList<>();
        Load load = new Load((text, number) -> senders.get(number % CONVERSATIONS).send(text));
        List<Line> receivers = new ArrayList<>();
        range(0, AGENTS).forEach(
            i -> receivers.add(Line.connect(base.resolve("receive/" + i), installation.origin(), null, load::arrived)));
        lines.addAll(receivers);
        keepOpen(receivers);
        range(0, CONVERSATIONS)
            .forEach(i -> senders.add(Line.connect(base.resolve("send/" + i % AGENTS), installation.origin(), null, text -> {})));
        lines.addAll(senders);
        return load;
    }

    /** The product's sockets send pings and the floor does not, so here the clients keep the connections open. */
    private void keepOpen(List<Line> receivers) {
        pings.scheduleAtFixedRate(() -> receivers.forEach(Line::ping), 20, 20, TimeUnit.SECONDS);
    }

    @AfterEach
    void noMorePings() {
        pings.shutdownNow();
    }

    private static void progress(String what) {
        System.out.println("  … " + what);
    }
}
