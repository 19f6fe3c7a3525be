package org.agentinbox.it.routing;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests which agent gets which chat: five agents in turn, at most ten chats each. */
class RoutingIT {

    private static final List<String> AGENTS = List.of("ana", "ben", "chae", "dora", "emil");
    private static final int MOST = 10;
    private static final String LOADS = """
        SELECT max(n) FROM (SELECT (SELECT count(*) FROM conversation c WHERE c.agent_id = a.account_id AND c.state = 'ACTIVE')
            + (SELECT count(*) FROM offer o WHERE o.agent_id = a.account_id AND o.state = 'PENDING') AS n FROM agent a) loads
        """;
    private static Installation installation;

    private final Map<String, SocketClient> inboxes = new TreeMap<>();
    private final List<SocketClient> visitors = new ArrayList<>();
    private final ExecutorService reactions = Executors.newCachedThreadPool();

    @BeforeAll
    static void install() {
        installation = Installation.killed();
        List.of("dora", "emil").forEach(userName -> People.hire(installation, userName));
    }

    @BeforeEach
    void open() {
        AGENTS.forEach(this::open);
    }

    private void open(String userName) {
        SocketClient inbox = People.inbox(installation, userName);
        People.setAvailable(inbox, true);
        inboxes.put(userName, inbox);
    }

    @AfterEach
    void close() {
        visitors.forEach(visitor -> visitor.send(act("chat.end")));
        Await.until("all chats are over", Duration.ofSeconds(20), () -> installation.query(
            "SELECT 1 FROM conversation WHERE state IN ('ACTIVE', 'WAITING')").isEmpty());
        inboxes.values().forEach(inbox -> People.setAvailable(inbox, false));
        inboxes.values().forEach(SocketClient::close);
        visitors.forEach(SocketClient::close);
        reactions.shutdownNow();
    }

    private SocketClient visitor(int number) {
        return People.visitor(installation, "Visitor " + number);
    }

    /** Makes a request and returns the agent to whom it is offered; {@code -} where it is offered to nobody. */
    private String next() {
        SocketClient visitor = visitor(0);
        String id = People.request(visitor);
        String agent = installation
            .query("SELECT coalesce(p.user_name, '-') FROM routing_decision d LEFT JOIN account p ON p.id = d.chosen_agent_id "
                + "WHERE conversation_id = ?::uuid", id)
            .get(0);
        // Ended at once: a pending offer would be passed on when its agent becomes unavailable, and take the turn of another agent.
        visitor.send(act("chat.end"));
        Await.until("the chat is over", Duration.ofSeconds(10), () -> installation.query(
            "SELECT 1 FROM conversation WHERE id = ?::uuid AND state = 'WAITING'", id).isEmpty());
        visitor.close();
        return agent;
    }

    private List<String> next(int count) {
        return IntStream.range(0, count).mapToObj(i -> next()).toList();
    }

    private void lastOneHad(String userName) {
        installation.query(
            "UPDATE rotation SET last_number = (SELECT number FROM agent JOIN account ON id = account_id WHERE user_name = ?)", userName);
    }

    @Test
    void agentsTakeTurnsAndWhoCannotIsSkipped() {
        lastOneHad("chae");
        assertEquals(List.of("dora", "emil", "ana", "ben", "chae", "dora"), next(6));
        People.setAvailable(inboxes.get("emil"), false);
        assertEquals(List.of("ana", "ben", "chae", "dora", "ana"), next(5));
        inboxes.remove("ben").close();
        Await.until("ben's inbox is known to be closed", Duration.ofSeconds(10), () -> installation.query(
            "SELECT 1 FROM agent_connection c JOIN account p ON p.id = c.agent_id WHERE p.user_name = 'ben'").isEmpty());
        assertEquals(List.of("chae", "dora", "ana", "chae"), next(4));
        List.of("ana", "chae", "dora").forEach(user -> People.setAvailable(inboxes.get(user), false));
        assertEquals(List.of("-"), next(1));
        String why = installation.query("SELECT candidates::text FROM routing_decision ORDER BY id DESC LIMIT 1").get(0);
        assertTrue(why.contains("UNREACHABLE") && why.contains("UNAVAILABLE"), why);
    }

    /** 200 visitors, and five agents with two windows each that accept every offer. */
    @Test
    void noAgentGetsMoreThanTenAndNoChatTwoAgents() {
        List<SocketClient> windows = new ArrayList<>(inboxes.values());
        AGENTS.forEach(user -> windows.add(People.inbox(installation, user)));
        windows.forEach(window -> window.onFrame("offer",
            offer -> reactions.submit(() -> window.send(frame("offer.accept").add("offerId", offer.getString("offerId"))))));
        visitors.addAll(IntStream.range(0, 200).parallel().mapToObj(this::visitor).toList());
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger highest = new AtomicInteger();
        CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> watch(over, highest), reactions);
        visitors.parallelStream().forEach(visitor -> visitor.send(act("chat.request")));
        visitors.parallelStream().forEach(visitor -> Await.until("an answer", Duration.ofSeconds(60),
            () -> visitor.all("chat.connected").size() + visitor.all("chat.fallback").size() > 0));
        over.set(true);
        watch.join();
        assertEquals(MOST, highest.get());
        assertEquals(50, visitors.stream().filter(v -> v.all("chat.connected").size() == 1 && v.all("chat.fallback").isEmpty()).count());
        assertEquals(150, visitors.stream().filter(v -> v.all("chat.fallback").size() == 1 && v.all("chat.connected").isEmpty()).count());
        assertEquals(List.of("10", "10", "10", "10", "10"), installation.query(
            "SELECT count(*) FROM conversation WHERE state = 'ACTIVE' GROUP BY agent_id"));
        assertEquals(List.of(),
            installation.query("SELECT conversation_id FROM offer WHERE state = 'ACCEPTED' GROUP BY conversation_id HAVING count(*) > 1"));
        windows.removeAll(inboxes.values());
        windows.forEach(SocketClient::close);
    }

    @Test
    void whoHasALimitOfTheirOwnGetsSoManyAndNotOneMore() {
        List.of("chae", "dora", "emil").forEach(user -> People.setAvailable(inboxes.get(user), false));
        installation.query("UPDATE agent SET own_limit = 2 WHERE account_id = (SELECT id FROM account WHERE user_name = 'ana')");
        installation.query("UPDATE agent SET own_limit = 11 WHERE account_id = (SELECT id FROM account WHERE user_name = 'ben')");
        inboxes.values().forEach(inbox -> inbox.onFrame("offer",
            offer -> reactions.submit(() -> inbox.send(frame("offer.accept").add("offerId", offer.getString("offerId"))))));
        visitors.addAll(IntStream.range(0, 15).mapToObj(this::visitor).toList());
        visitors.forEach(visitor -> {
            visitor.send(act("chat.request"));
            Await.until("an answer", Duration.ofSeconds(20),
                () -> visitor.all("chat.connected").size() + visitor.all("chat.fallback").size() > 0);
        });
        assertEquals(List.of("ana 2", "ben 11"), installation.query("SELECT user_name || ' ' || count(*) FROM conversation "
            + "JOIN account a ON a.id = agent_id WHERE state = 'ACTIVE' GROUP BY user_name ORDER BY user_name"));
        assertEquals(2, visitors.stream().filter(visitor -> visitor.all("chat.fallback").size() == 1).count());
        installation.query("UPDATE agent SET own_limit = NULL");
    }

    /**
     * 90 visitors by three entries with a queue, and five agents who come and go, two of whom decline a third of what they are offered.
     * Whoever accepts ends the chat, so everybody is served in the end.
     */
    @Test
    void whoWaitsIsServedWhateverAgentsDo() {
        RoutingSetup setup = new RoutingSetup(installation);
        setup.reset();
        setup.entry("all").set("all", "queue_minutes = 60");
        setup.entry("team").set("team", "queue_minutes = 60, routing = 'TEAM', team_id = ?", setup.team("Two", "ana", "ben"));
        setup.entry("one").set("one", "queue_minutes = 60, routing = 'AGENT', agent_id = ?", setup.account("chae"));
        List<String> entries = List.of("all", "team", "one");
        AtomicInteger offers = new AtomicInteger();
        AGENTS.forEach(user -> inboxes.get(user).onFrame("offer", offer -> reactions.submit(() -> {
            boolean declines = List.of("dora", "emil").contains(user) && offers.incrementAndGet() % 3 == 0;
            inboxes.get(user).send(frame(declines ? "offer.decline" : "offer.accept").add("offerId", offer.getString("offerId")));
        })));
        AGENTS.forEach(user -> inboxes.get(user).onFrame("conversation", chat -> reactions.submit(
            () -> inboxes.get(user).send(act("chat.end").add("conversationId", chat.getString("id"))))));
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger highest = new AtomicInteger();
        CompletableFuture<Void> watch = CompletableFuture.runAsync(() -> watch(over, highest), reactions);
        Random random = new Random(7);
        CompletableFuture<Void> flapping = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 40; i++) {
                People.setAvailable(inboxes.get(AGENTS.get(random.nextInt(AGENTS.size()))), random.nextBoolean());
            }
        }, reactions);
        visitors.addAll(IntStream.range(0, 90).parallel().mapToObj(this::visitor).toList());
        IntStream.range(0, 90).parallel().forEach(i -> visitors.get(i).send(act("chat.request").add("entry", entries.get(i % 3))));
        flapping.join();
        AGENTS.forEach(user -> People.setAvailable(inboxes.get(user), true));
        visitors.parallelStream().forEach(visitor -> Await.until("a chat", Duration.ofSeconds(60),
            () -> visitor.all("chat.connected").size() == 1));
        over.set(true);
        watch.join();
        assertTrue(highest.get() <= MOST, "an agent had " + highest.get());
        assertEquals(List.of(), installation.query("SELECT conversation_id FROM offer WHERE state IN ('DECLINED', 'LAPSED') "
            + "GROUP BY conversation_id, agent_id HAVING count(*) > 1"), "nobody is asked again who declined");
        assertEquals(List.of(), installation.query("SELECT conversation_id FROM offer WHERE state = 'ACCEPTED' GROUP BY conversation_id "
            + "HAVING count(*) > 1"));
        assertTrue(visitors.stream().allMatch(visitor -> visitor.all("chat.fallback").isEmpty()));
        setup.reset();
    }

    private static void watch(AtomicBoolean over, AtomicInteger highest) {
        while (!over.get()) {
            int load = Integer.parseInt(installation.query(LOADS).get(0));
            highest.accumulateAndGet(load, Math::max);
        }
    }
}
