package org.agentinbox.it.resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;

import jakarta.json.JsonObject;

/**
 * Six visitors and three agents who write all the time, on an installation whose server and database are killed and whose connections are
 * cut.
 */
final class Kills implements AutoCloseable {

    enum Victim {
        SERVER, DATABASE
    }

    /** One kill in milliseconds. The times of recovery count from the moment when the killed process serves again. */
    private record Outcome(Victim victim, long down, long firstRecovered, long allRecovered) {}

    private static final PrintStream OUT = System.out;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** In the order in which they are offered chats. */
    private static final List<String> AGENTS = List.of("ana", "ben", "chae");
    private static final String LAST_CHOSEN = "SELECT user_name FROM rotation JOIN agent ON number = last_number JOIN account a ON a.id = "
        + "account_id WHERE rotation.id = 'ROUND_ROBIN'";
    private static final String MIGRATIONS = "SELECT version || ' ' || installed_on FROM flyway_schema_history ORDER BY installed_rank";

    private final Installation installation;
    private final Random random;
    private final List<ResilientVisitor> visitors = new ArrayList<>();
    private final List<ResilientAgent> agents = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final ScheduledExecutorService scissors = Executors.newSingleThreadScheduledExecutor();
    private volatile boolean cutting;
    private String lastChosen;
    private List<String> migrations;

    /** @param seed of the random choices: whose connection is cut when, and how much is written between kills */
    Kills(Installation installation, long seed) {
        this.installation = installation;
        this.random = new Random(seed);
    }

    /** Connects everybody and waits until each visitor has an agent. */
    void setUp() throws SQLException, IOException {
        assertEquals("on on on", durability(), "what the database promises");
        AGENTS.forEach(name -> agents.add(new ResilientAgent(installation, name)));
        agents.forEach(ResilientClient::start);
        Await.until("the agents are available", PATIENCE, () -> agents.stream().allMatch(ResilientAgent::isAvailable));
        for (int i = 1; i <= 6; i++) {
            visitors.add(new ResilientVisitor(installation, "Visitor " + i));
        }
        visitors.forEach(ResilientClient::start);
        Await.until("every visitor has an agent", PATIENCE, () -> visitors.stream().allMatch(ResilientVisitor::isConnected));
        lastChosen = installation.query(LAST_CHOSEN).get(0);
        migrations = installation.query(MIGRATIONS);
        Files.writeString(managers(), "keeper=0", StandardOpenOption.APPEND);
    }

    private Path managers() {
        return installation.server().log().resolveSibling("../configuration/mgmt-users.properties").normalize();
    }

    private String durability() throws SQLException {
        try (Connection connection = installation.connect(); Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("SELECT concat_ws(' ', current_setting('fsync'), current_setting('full_page_writes'),"
                + " current_setting('synchronous_commit'))")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Starts the writing and the random cuts of connections. */
    void begin() {
        clients().forEach(client -> client.type(true));
        cutting = true;
        scissors.execute(this::cutAndGoOn);
    }

    private void cutAndGoOn() {
        if (cutting) {
            List<ResilientClient> all = clients();
            all.get(random.nextInt(all.size())).cut(random.nextBoolean());
            scissors.schedule(this::cutAndGoOn, random.nextInt(100, 700), TimeUnit.MILLISECONDS);
        }
    }

    /** Kills a process during the writing, starts it again, and waits until everybody's messages are acknowledged again. */
    void kill(Victim victim, int messagesBefore) {
        writeOn(messagesBefore);
        long killedAt = System.nanoTime();
        if (victim == Victim.SERVER) {
            installation.server().kill();
            clients().forEach(client -> client.figures().mark());
            installation.startServer();
        } else {
            installation.database().kill();
            clients().forEach(client -> client.figures().mark());
            installation.database().start();
        }
        long upAt = System.nanoTime();
        Await.until("everybody's messages are stored again after a kill of the " + victim, PATIENCE,
            () -> clients().stream().allMatch(client -> client.figures().firstSinceMark() != 0));
        Outcome outcome = new Outcome(victim, millis(upAt - killedAt), recovered(upAt, true), recovered(upAt, false));
        outcomes.add(outcome);
        OUT.printf("%3d. %-8s down %6d ms, first acknowledgement after %5d ms, everybody's after %5d ms; %,d acknowledged, %,d cuts%n",
            outcomes.size(), victim, outcome.down(), outcome.firstRecovered(), outcome.allRecovered(), sum(ClientFigures::acknowledgements),
            sum(ClientFigures::cuts));
        assertEquals(List.of(), ResilientClient.allComplaints(clients()));
    }

    private long recovered(long upAt, boolean first) {
        LongStream times = clients().stream().mapToLong(client -> client.figures().firstSinceMark());
        return Math.max(0, millis((first ? times.min() : times.max()).orElseThrow() - upAt));
    }

    private void writeOn(int messages) {
        int goal = sum(ClientFigures::acknowledgements) + messages;
        Await.until(messages + " more messages are acknowledged", PATIENCE, () -> sum(ClientFigures::acknowledgements) >= goal);
    }

    /** Waits until everybody has finished, then compares what was acknowledged, stored and shown. */
    void endAndCompare() throws SQLException {
        writeOn(100);
        cutting = false;
        clients().forEach(client -> client.type(false));
        Await.until("nothing is pending", PATIENCE, () -> clients().stream().allMatch(ResilientClient::isSettled));
        for (ResilientVisitor visitor : visitors) {
            assertEquals(Set.of(visitor.conversationId()), visitor.transcripts().keySet(), "a visitor's chats");
            compare(visitor);
        }
        assertEquals(visitors.size(), agents.stream().mapToInt(agent -> agent.transcripts().size()).sum(), "the agents' chats");
        assertEquals(List.of(), ResilientClient.allComplaints(clients()));
    }

    /** Checks that the rest survived too: the order of offers, the migrated schema and the accounts of the management console. */
    void assertTheTurnGoesOn() throws IOException {
        try (SocketClient next = People.visitor(installation, "Visitor after the kills")) {
            People.request(next);
            assertEquals(AGENTS.get((AGENTS.indexOf(lastChosen) + 1) % AGENTS.size()), installation.query(LAST_CHOSEN).get(0));
        }
        assertEquals(migrations, installation.query(MIGRATIONS), "a later start finds nothing to migrate");
        assertTrue(Files.readString(managers()).endsWith("keeper=0"));
    }

    private void compare(ResilientVisitor visitor) throws SQLException {
        String id = visitor.conversationId();
        ResilientAgent agent = agents.stream().filter(one -> one.transcripts().containsKey(id)).findFirst().orElseThrow();
        Stored stored = Stored.read(installation, id);
        Await.until("both sides have all of " + id, PATIENCE, () -> Stream.of(visitor, agent)
            .allMatch(client -> client.transcripts().get(id).shown().size() == stored.lastSeq()));
        stored.assertWhole(visitor.transcripts().get(id), agent.transcripts().get(id));
        assertEquals(texts(stored.lines()), fromTheStart(visitor, id), "what a page that was reloaded gets");
    }

    private static List<String> texts(List<ClientChat.Line> lines) {
        return lines.stream().map(ClientChat.Line::text).toList();
    }

    /** Returns all messages as a client gets them that has none yet. */
    private List<String> fromTheStart(ResilientVisitor visitor, String conversationId) {
        List<String> texts = new ArrayList<>();
        try (SocketClient socket = SocketClient.visitor(installation)) {
            socket.send(SocketClient.frame("hello").add("token", visitor.token())).await("welcome");
            JsonObject answer;
            do {
                socket.send(SocketClient.frame("sync").add("conversationId", conversationId).add("afterSeq", texts.size()));
                answer = socket.await("messages");
                answer.getJsonArray("messages").forEach(message -> texts.add(message.asJsonObject().getString("text")));
            } while (texts.size() < answer.getInt("lastSeq"));
        }
        return texts;
    }

    void printTable() {
        OUT.printf("%n%-46s %10s %10s%n", "", "visitors", "agents");
        row("messages acknowledged", sum(visitors, ClientFigures::acknowledgements), sum(agents, ClientFigures::acknowledgements));
        row("  of them sent more than once", sum(visitors, ClientFigures::sentAgain), sum(agents, ClientFigures::sentAgain));
        row("known stored by sync, the answer was lost", sum(visitors, ClientFigures::settledByMessages),
            sum(agents, ClientFigures::settledByMessages));
        row("connections made", sum(visitors, ClientFigures::connections), sum(agents, ClientFigures::connections));
        row("connections cut", sum(visitors, ClientFigures::cuts), sum(agents, ClientFigures::cuts));
        row("longest time without a connection, ms", max(visitors, ClientFigures::longestOutageNanos),
            max(agents, ClientFigures::longestOutageNanos));
        row("longest time a message was pending, ms", max(visitors, ClientFigures::longestWaitNanos),
            max(agents, ClientFigures::longestWaitNanos));
        OUT.printf("%n%-10s %6s %16s %16s %18s %18s%n", "", "kills", "down, mean ms", "down, max ms", "first ack, max ms",
            "all acks, max ms");
        for (Victim victim : Victim.values()) {
            List<Outcome> those = outcomes.stream().filter(outcome -> outcome.victim() == victim).toList();
            OUT.printf("%-10s %6d %16.0f %16d %18d %18d%n", victim, those.size(),
                those.stream().mapToLong(Outcome::down).average().orElse(0), max(those, Outcome::down),
                max(those, Outcome::firstRecovered), max(those, Outcome::allRecovered));
        }
        Map<String, Integer> refusals = new TreeMap<>();
        clients().forEach(client -> client.figures().refusals().forEach((what, times) -> refusals.merge(what, times, Integer::sum)));
        OUT.printf("%nWhat clients had to bear: %s%n%n", refusals);
    }

    private static void row(String what, long visitors, long agents) {
        OUT.printf("%-46s %,10d %,10d%n", what, visitors, agents);
    }

    private int sum(ToIntFunction<ClientFigures> figure) {
        return sum(clients(), figure);
    }

    private static int sum(Collection<? extends ResilientClient> clients, ToIntFunction<ClientFigures> figure) {
        return clients.stream().mapToInt(client -> figure.applyAsInt(client.figures())).sum();
    }

    private static long max(Collection<? extends ResilientClient> clients, ToLongFunction<ClientFigures> nanos) {
        return millis(clients.stream().mapToLong(client -> nanos.applyAsLong(client.figures())).max().orElse(0));
    }

    private static long max(List<Outcome> outcomes, ToLongFunction<Outcome> figure) {
        return outcomes.stream().mapToLong(figure).max().orElse(0);
    }

    private static long millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    private List<ResilientClient> clients() {
        return Stream.<ResilientClient>concat(visitors.stream(), agents.stream()).toList();
    }

    @Override
    public void close() {
        cutting = false;
        scissors.shutdownNow();
        clients().forEach(ResilientClient::close);
    }
}
