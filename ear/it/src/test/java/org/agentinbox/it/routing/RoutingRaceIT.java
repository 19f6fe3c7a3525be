package org.agentinbox.it.routing;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Visitors race for agents through five entries, while the agents switch, close and open their pages, have days off and other limits, and
 * decline or let lapse a part of what they are offered. What happened is read from the database afterwards. More of everything, for as long
 * as you like: {@code -Drace.visitors=500 -Drace.agents=20 -Drace.seconds=20}.
 */
class RoutingRaceIT {

    private static final int VISITORS = Integer.getInteger("race.visitors", 60);
    private static final int AGENTS = Integer.getInteger("race.agents", 8);
    /** How long agents come and go; after that all are there. */
    private static final Duration COMING_AND_GOING = Duration.ofSeconds(Integer.getInteger("race.seconds", 6));
    private static final long SEED = Long.getLong("race.seed", System.nanoTime());
    private static final List<String> ENTRIES = List.of("race-all", "race-line", "race-one", "race-team", "race-rules");
    private static final String OURS = "(SELECT a.account_id FROM agent a JOIN account p ON p.id = a.account_id "
        + "WHERE p.user_name LIKE 'racer%')";
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    /** The chats of an agent, pending offers among them, as spans of time. An accepted offer is a chat from then on. */
    private static final String SPANS = """
        WITH span AS (
            SELECT agent_id, offered_at AS since, coalesce(answered_at, 'infinity') AS until FROM offer
            UNION ALL SELECT agent_id, accepted_at, coalesce(ended_at, 'infinity') FROM conversation WHERE accepted_at IS NOT NULL)
        """;
    /** Offers with which an agent had more than the limit that was in force then. */
    private static final String ABOVE_LIMIT = SPANS + """
        SELECT o.agent_id || ' at ' || o.offered_at FROM offer o WHERE o.agent_id IN %s AND
            (SELECT count(*) FROM span s WHERE s.agent_id = o.agent_id AND s.since <= o.offered_at AND o.offered_at < s.until)
            > (SELECT l.most FROM race_limit l WHERE l.agent_id = o.agent_id AND l.at <= o.offered_at ORDER BY l.at DESC LIMIT 1)
        """.formatted(OURS);
    /** Who waits in a queue, with an agent who could take the chat, and how many offers that agent had so far. */
    private static final String IDLE = """
        SELECT c.id || ' ' || a.account_id || ' ' || (SELECT count(*) FROM offer o WHERE o.agent_id = a.account_id)
        FROM conversation c JOIN chat_request r ON r.conversation_id = c.id AND r.queued_at IS NOT NULL CROSS JOIN agent a
        WHERE c.state = 'WAITING' AND NOT EXISTS (SELECT FROM offer o WHERE o.conversation_id = c.id AND o.state = 'PENDING')
            AND a.account_id IN %s
            AND CASE WHEN a.override_at IS NOT NULL THEN a.override_available
                ELSE NOT EXISTS (SELECT FROM day_off d WHERE d.account_id = a.account_id) END
            AND EXISTS (SELECT FROM agent_connection k WHERE k.agent_id = a.account_id AND k.seen_at > now() - interval '30 s')
            AND (SELECT count(*) FROM conversation x WHERE x.agent_id = a.account_id AND x.state = 'ACTIVE')
                + (SELECT count(*) FROM offer o WHERE o.agent_id = a.account_id AND o.state = 'PENDING') < coalesce(a.own_limit, 10)
            AND NOT EXISTS (SELECT FROM offer o WHERE o.conversation_id = c.id AND o.agent_id = a.account_id
                AND o.state IN ('DECLINED', 'LAPSED'))
        """.formatted(OURS);
    /** Chats that wait in a queue, although somebody is left who did not refuse them. */
    private static final String LEFT_WAITING = """
        SELECT c.id FROM conversation c WHERE c.state = 'WAITING' AND (SELECT count(DISTINCT o.agent_id) FROM offer o
            WHERE o.conversation_id = c.id AND o.state IN ('DECLINED', 'LAPSED')) < ?
        """;

    private static final String SLOWEST = """
        SELECT ceil(max(extract(epoch FROM d.decided_at - c.requested_at)) * 1000)::int FROM conversation c
        JOIN LATERAL (SELECT min(decided_at) AS decided_at FROM routing_decision WHERE conversation_id = c.id) d ON true
        JOIN visitor v ON v.id = c.visitor_id WHERE v.name LIKE 'Racer %'
        """;

    private final Installation installation = Installation.killed();
    private final RoutingSetup setup = new RoutingSetup(installation);
    private final Random random = new Random(SEED);
    private final ScheduledExecutorService reactions = Executors.newScheduledThreadPool(4);
    private final Map<String, SocketClient> inboxes = new ConcurrentHashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();
    private final List<String> names = IntStream.range(0, AGENTS).mapToObj(i -> "racer" + i).toList();
    private final List<SocketClient> visitors = new ArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @BeforeEach
    void open() {
        installation.query("DROP TABLE IF EXISTS race_limit");
        installation.query("CREATE TABLE race_limit (agent_id uuid, most integer, at timestamptz)");
        setup.reset();
        // Where no midnight comes while this runs, since with it the schedule takes over again.
        String zone = "Etc/GMT" + "%+d".formatted(ZonedDateTime.now(ZoneOffset.UTC).getHour() - 12);
        for (String name : names) {
            if (installation.query("SELECT 1 FROM account WHERE user_name = ?", name).isEmpty()) {
                People.hire(installation, name);
            }
            UUID id = setup.account(name);
            ids.put(name, id);
            installation.query("UPDATE agent SET time_zone = ?, override_available = NULL, override_at = NULL, own_limit = NULL "
                + "WHERE account_id = ?", zone, id);
            installation.query("INSERT INTO agent_block SELECT ?, day, 0, 1440 FROM generate_series(1, 7) day", id);
            installation.query("INSERT INTO race_limit VALUES (?, 10, now())", id);
            openPage(name);
        }
        setup.entry("race-all").entry("race-line").set("race-line", "queue_minutes = 60");
        setup.entry("race-one").set("race-one", "queue_minutes = 60, routing = 'AGENT', agent_id = ?", ids.get("racer0"));
        UUID team = setup.team("Racers", "racer1", "racer2", "racer3");
        setup.entry("race-team").set("race-team", "routing = 'TEAM', team_id = ?", team);
        setup.rule(1, "Nobody", "[{\"subject\": \"COMPANY\", \"comparison\": \"IS\", \"value\": \"Nowhere\"}]", team);
        setup.rule(2, "Everybody", "[]", team);
        setup.entry("race-rules").set("race-rules", "queue_minutes = 60, routing = 'RULES'");
    }

    @AfterEach
    void close() {
        over.set(true);
        visitors.forEach(visitor -> visitor.send(act("chat.end")));
        Await.until("all chats are over", Duration.ofSeconds(60), () -> installation.query(
            "SELECT 1 FROM conversation WHERE state IN ('ACTIVE', 'WAITING')").isEmpty());
        reactions.shutdownNow();
        inboxes.values().forEach(SocketClient::close);
        visitors.forEach(SocketClient::close);
        installation.query("DELETE FROM agent_block WHERE agent_id IN " + OURS);
        installation.query("DELETE FROM day_off");
        installation.query(
            "UPDATE agent SET takes_chats = false, own_limit = NULL, time_zone = 'UTC', override_available = false, override_at = now() "
                + "WHERE account_id IN " + OURS);
        installation
            .query("INSERT INTO message (conversation_id, seq, kind, author_kind, text, at) SELECT c.id, 1, 'TEXT', 'VISITOR', 'Race', "
                + "c.requested_at FROM conversation c WHERE c.state = 'ENDED' "
                + "AND NOT EXISTS (SELECT FROM message m WHERE m.conversation_id = c.id)");
        installation.query("DROP TABLE race_limit");
        setup.reset();
    }

    private void openPage(String name) {
        SocketClient inbox = People.inbox(installation, name);
        // Most are accepted, one of ten is declined, and two of ten are not answered.
        inbox.onFrame("offer", offer -> {
            int dice = ThreadLocalRandom.current().nextInt(10);
            if (dice < 8) {
                later(() -> inbox.send(frame(dice == 0 ? "offer.decline" : "offer.accept").add("offerId", offer.getString("offerId"))));
            }
        });
        inboxes.put(name, inbox);
    }

    private void later(Runnable work) {
        reactions.schedule(work, ThreadLocalRandom.current().nextInt(200), TimeUnit.MILLISECONDS);
    }

    @Test
    void nobodyIsIdleWhileSomebodyWaitsAndNobodyHasTooMany() {
        CompletableFuture<Duration> watch = CompletableFuture.supplyAsync(this::watch, reactions);
        IntStream.range(0, VISITORS).parallel().mapToObj(i -> People.visitor(installation, "Racer " + i)).forEachOrdered(visitors::add);
        visitors.forEach(visitor -> visitor.onFrame("chat.connected", chat -> later(() -> visitor.send(act("chat.end")))));
        IntStream.range(0, VISITORS).parallel()
            .forEach(i -> visitors.get(i).send(act("chat.request").add("entry", ENTRIES.get(i % ENTRIES.size()))));
        for (long end = System.nanoTime() + COMING_AND_GOING.toNanos(); System.nanoTime() < end;) {
            comeOrGo(names.get(random.nextInt(AGENTS)));
        }
        everybodyIsThere();
        Await.until("everybody is served, told, or refused by all, seed " + SEED, Duration.ofMinutes(3),
            () -> visitors.stream().allMatch(visitor -> visitor.all("chat.requested").size() == 1)
                && installation.query(LEFT_WAITING, AGENTS).isEmpty());
        over.set(true);
        Duration idle = watch.join();
        check(idle);
    }

    private void comeOrGo(String name) {
        UUID id = ids.get(name);
        boolean switches = id.hashCode() % 2 == 0;
        switch (random.nextInt(switches ? 4 : 5)) {
            case 0 -> page(name);
            case 1 -> limit(id, random.nextInt(4));
            default -> {
                boolean there = random.nextInt(3) > 0;
                if (switches && inboxes.get(name).isOpen()) {
                    People.setAvailable(inboxes.get(name), there);
                } else if (!switches) {
                    dayOff(id, !there);
                }
            }
        }
    }

    private void page(String name) {
        if (inboxes.get(name).isOpen()) {
            inboxes.get(name).close();
        } else {
            openPage(name);
        }
    }

    /** Keeps since when the limit is in force: whoever decides holds the agent's lock, so the one waits for the other. */
    private void limit(UUID id, int mostOrZero) {
        installation.query("""
            WITH changed AS (UPDATE agent SET own_limit = nullif(?, 0) WHERE account_id = ? RETURNING account_id, own_limit)
            INSERT INTO race_limit SELECT account_id, coalesce(own_limit, 10), clock_timestamp() FROM changed
            """, mostOrZero, id);
    }

    private void dayOff(UUID id, boolean off) {
        if (off) {
            installation
                .query("INSERT INTO day_off SELECT gen_random_uuid(), 'AGENT', ?, 'Away', CURRENT_DATE - 2, 0, CURRENT_DATE + 2, 1440, "
                    + "NULL, NULL, now()", id);
        } else {
            installation.query("DELETE FROM day_off WHERE account_id = ?", id);
        }
    }

    private void everybodyIsThere() {
        for (String name : names) {
            if (!inboxes.get(name).isOpen()) {
                openPage(name);
            }
            dayOff(ids.get(name), false);
            limit(ids.get(name), 0);
            if (installation.query("SELECT 1 FROM agent WHERE account_id = ? AND NOT override_available", ids.get(name)).size() == 1) {
                People.setAvailable(inboxes.get(name), true);
            }
        }
    }

    /**
     * Lets offers lapse that were not answered, and looks who could be served.
     *
     * @return the longest time for which an agent had time for somebody in the queue, without an offer to that agent: not counted for how
     *     long this looked nowhere
     */
    private Duration watch() {
        Map<String, Long> since = new HashMap<>();
        long longest = 0;
        long last = System.nanoTime();
        while (!over.get()) {
            installation.query("UPDATE deadline SET due_at = now() WHERE kind = 'OFFER_LAPSE' AND subject IN (SELECT id FROM offer "
                + "WHERE state = 'PENDING' AND offered_at < now() - interval '700 ms')");
            Set<String> idle = new HashSet<>(installation.query(IDLE));
            long now = System.nanoTime();
            // The machine had no time for this: then it may have had none for the server.
            long missed = Math.max(0, now - last - TimeUnit.MILLISECONDS.toNanos(150));
            last = now;
            since.keySet().retainAll(idle);
            since.replaceAll((pair, begun) -> begun + missed);
            idle.forEach(pair -> since.putIfAbsent(pair, now));
            longest = Math.max(longest, since.values().stream().mapToLong(begun -> now - begun).max().orElse(0));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return Duration.ofNanos(longest);
    }

    private void check(Duration idle) {
        // On a busy machine each step takes its time, the one that offers a chat to somebody with time too.
        Duration slowest = Duration.ofMillis(Long.parseLong(installation.query(SLOWEST).get(0)));
        System.out.printf(
            "%d visitors, %d entries, %d agents: %s offers, %s accepted, %s declined, %s lapsed; %s visitors waited in a queue, "
                + "%s were told that nobody can; an agent with time for somebody in a queue got an offer within %d ms, "
                + "the slowest decision took %d ms%n",
            VISITORS, ENTRIES.size(),
            AGENTS, count("offer", ""), count("offer", "AND state = 'ACCEPTED'"), count("offer", "AND state = 'DECLINED'"),
            count("offer", "AND state = 'LAPSED'"), count("chat_request", "AND queued_at IS NOT NULL"),
            visitors.stream().filter(visitor -> !visitor.all("chat.fallback").isEmpty()).count(), idle.toMillis(), slowest.toMillis());
        assertEquals(List.of(), installation.query(ABOVE_LIMIT), "seed " + SEED);
        assertEquals(List.of(),
            installation.query("SELECT conversation_id FROM offer WHERE state IN ('DECLINED', 'LAPSED') AND agent_id IN "
                + OURS + " GROUP BY conversation_id, agent_id HAVING count(*) > 1"),
            "nobody is asked again who did not take it, seed " + SEED);
        assertEquals(List.of(), installation.query("SELECT conversation_id FROM offer WHERE state = 'ACCEPTED' AND kind = 'REQUEST' "
            + "GROUP BY conversation_id HAVING count(*) > 1"), "nobody is given to two agents, seed " + SEED);
        assertTrue(idle.compareTo(A_SECOND.plus(slowest)) <= 0, "somebody waited for " + idle + " beside an agent with time, seed " + SEED);
        visitors.forEach(visitor -> assertEquals(1, answers(visitor), "served, told, or refused by all, seed " + SEED));
    }

    /** A visitor who is still in the queue was refused by all agents. */
    private static int answers(SocketClient visitor) {
        int told = visitor.all("chat.connected").size() + visitor.all("chat.fallback").size();
        return told == 0 && !visitor.all("chat.queued").isEmpty() ? 1 : told;
    }

    private String count(String table, String condition) {
        return installation.query("SELECT count(*) FROM " + table + " JOIN conversation c ON c.id = conversation_id JOIN visitor v "
            + "ON v.id = c.visitor_id WHERE v.name LIKE 'Racer %' " + condition.replace("state", table + ".state")).get(0);
    }
}
