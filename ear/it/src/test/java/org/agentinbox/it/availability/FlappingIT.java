package org.agentinbox.it.availability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.agentinbox.it.availability.FlappingAgent.End;
import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Fifty agents connect and disconnect in every way while visitors keep requesting chats. In the end the database must be right about who is
 * reachable, and no chat may have been offered to an agent who had been away for more than thirty seconds.
 */
class FlappingIT {

    private static final int AGENTS = 50;
    private static final int VISITORS = 8;
    private static final Duration REACHABLE_FOR = Duration.ofSeconds(30);
    /** The time between routing's query for reachable agents and the offer, and for the test's own queries, on a slow machine. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final String REACHABLE = "SELECT DISTINCT agent_id FROM agent_connection WHERE seen_at > now() - interval '30 seconds' "
        + "ORDER BY agent_id";

    private final ScheduledExecutorService flaps = Executors.newScheduledThreadPool(8);
    private final ScheduledExecutorService asks = Executors.newScheduledThreadPool(4);
    private final Collection<Throwable> problems = new ConcurrentLinkedQueue<>();
    private final List<FlappingAgent> agents = new ArrayList<>();
    private final List<SocketClient> visitors = new ArrayList<>();
    private Installation installation;
    private volatile boolean flapping = true;

    private record Offered(UUID agent, Instant at) {}

    @BeforeEach
    void install() {
        installation = Installation.killed();
        IntStream.range(0, AGENTS).forEach(i -> agents.add(new FlappingAgent(installation, "flapping" + i)));
        IntStream.range(0, VISITORS).forEach(i -> visitors.add(People.visitor(installation, "Visitor " + i)));
    }

    @AfterEach
    void uninstall() {
        asks.shutdownNow();
        flaps.shutdownNow();
        visitors.forEach(SocketClient::close);
        agents.forEach(FlappingAgent::close);
    }

    @Test
    void presenceIsHonestAfterAWhile() throws Exception {
        run(Duration.ofSeconds(10));
    }

    /** Run with {@code mvn -Psoak verify -Dsoak.flapping=SECONDS}; without the property it takes a minute. */
    @Test
    @Tag("soak")
    void presenceIsHonestAfterAMinute() throws Exception {
        run(Duration.ofSeconds(Integer.getInteger("soak.flapping", 60)));
    }

    private void run(Duration length) throws Exception {
        visitors.forEach(visitor -> repeat(asks, () -> ask(visitor), 50, 150));
        agents.forEach(agent -> repeat(flaps, () -> flap(agent), 200, 4_000));
        Instant start = Instant.now();
        Await.until("time is over", length.plusSeconds(30), () -> !problems.isEmpty() || Instant.now().isAfter(start.plus(length)));
        flapping = false;
        flaps.shutdown();
        assertTrue(flaps.awaitTermination(30, TimeUnit.SECONDS), "the last flaps end");
        settle();
        Instant settled = Instant.now();
        // Visitors keep requesting chats until the last silent agents are given up.
        Await.until("the database knows who is there", REACHABLE_FOR.plus(A_MOMENT), () -> reachable().equals(open()));
        Duration took = Duration.between(settled, Instant.now());
        Instant known = Instant.now();
        Await.until("and goes on knowing: offers are made afterwards", Duration.ofSeconds(60),
            () -> problems.size() > 0 || offers().stream().filter(o -> o.at().isAfter(known)).count() >= 20);
        assertEquals(open(), reachable());
        asks.shutdownNow();
        assertEquals(List.of(), List.copyOf(problems));
        compare(took);
    }

    /** Some agents stay, some leave, and some are cut off for good. */
    private void settle() {
        for (int i = 0; i < AGENTS; i++) {
            FlappingAgent agent = agents.get(i);
            if (!agent.isOpen()) {
                agent.open();
            }
            if (i % 3 != 0) {
                agent.end(i % 3 == 1 ? End.SILENCE : End.GOODBYE);
            }
        }
    }

    private void repeat(ScheduledExecutorService executor, Runnable task, int fromMillis, int toMillis) {
        executor.schedule(() -> {
            try {
                task.run();
                if (executor != flaps || flapping) {
                    repeat(executor, task, fromMillis, toMillis);
                }
            } catch (RuntimeException | AssertionError e) {
                if (!executor.isShutdown()) {
                    problems.add(e);
                }
            }
        }, ThreadLocalRandom.current().nextInt(fromMillis, toMillis), TimeUnit.MILLISECONDS);
    }

    private void flap(FlappingAgent agent) {
        if (flapping) {
            agent.flap();
        }
    }

    /** Requests a chat and leaves, so that the agent to whom it was offered is free again. */
    private void ask(SocketClient visitor) {
        visitor.send(SocketClient.act("chat.request")).await("chat.requested");
        visitor.send(SocketClient.act("chat.end"));
        visitor.await("chat.ended");
    }

    private Set<String> open() {
        return agents.stream().filter(FlappingAgent::isOpen).map(agent -> agent.id().toString())
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> reachable() {
        return new TreeSet<>(installation.query(REACHABLE));
    }

    private List<Offered> offers() throws SQLException {
        List<Offered> offers = new ArrayList<>();
        try (Connection connection = installation.connect(); Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT agent_id, offered_at FROM offer JOIN account a ON a.id = agent_id WHERE "
                + "a.user_name LIKE 'flapping%' ORDER BY offer.id")) {
            while (rows.next()) {
                offers.add(new Offered(rows.getObject(1, UUID.class), rows.getObject(2, OffsetDateTime.class).toInstant()));
            }
        }
        return offers;
    }

    private void compare(Duration took) throws SQLException {
        Map<UUID, FlappingAgent> byId = agents.stream().collect(Collectors.toMap(FlappingAgent::id, Function.identity()));
        List<Offered> offers = offers();
        List<String> wrong = offers.stream().filter(o -> !byId.get(o.agent()).wasOpen(o.at().minus(REACHABLE_FOR).minus(A_MOMENT), o.at()))
            .map(o -> o + " after " + byId.get(o.agent()).awayAt(o.at())).toList();
        Duration longest = offers.stream().map(o -> byId.get(o.agent()).awayAt(o.at())).max(Duration::compareTo).orElse(Duration.ZERO);
        System.out.printf("%,d offers to %d agents; longest away before one %s; the last ones given up after %s%n", offers.size(), AGENTS,
            longest, took);
        assertEquals(List.of(), wrong);
        assertTrue(offers.size() > 50, offers.size() + " offers show nothing");
    }
}
