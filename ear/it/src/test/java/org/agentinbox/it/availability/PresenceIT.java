package org.agentinbox.it.availability;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.SilentSocket;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/** Tests which agents count as available, for routing and for what visitors are told before they ask. */
class PresenceIT {

    private static final Duration REACHABLE_FOR = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(5);
    /** The time for a query of the database on a slow machine. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final int MOST_CHATS = 10;

    private final Installation installation = Installation.shared();
    private final List<SocketClient> others = new ArrayList<>();
    private SocketClient ana;
    private SocketClient vera;

    @BeforeEach
    void anaIsThere() {
        // A page that a browser left just before this test would count for three seconds.
        installation.query("DELETE FROM agent_connection");
        People.nobodyIsAvailable(installation);
        ana = People.inbox(installation, "ana");
        People.setAvailable(ana, true);
        vera = visitor("Vera");
        if (!vera.all("welcome").get(0).getJsonObject("presence").getBoolean("online")) {
            vera.await("presence", online(true));
        }
    }

    @AfterEach
    void allLeave() {
        others.forEach(SocketClient::close);
        ana.close();
        installation.query("DELETE FROM agent_block");
        People.nobodyIsAvailable(installation);
        Await.until("nobody is reachable", REACHABLE_FOR.plus(A_MOMENT), () -> !isReachable());
    }

    private SocketClient visitor(String name) {
        SocketClient visitor = People.visitor(installation, name);
        others.add(visitor);
        return visitor;
    }

    private boolean isReachable() {
        return !installation.query("SELECT 1 FROM agent_connection c JOIN account p ON p.id = c.agent_id WHERE p.user_name = 'ana' "
            + "AND c.seen_at > now() - interval '30 seconds'").isEmpty();
    }

    private static Predicate<JsonObject> online(boolean online) {
        return frame -> frame.getBoolean("online") == online;
    }

    /** Waits for the next status that the visitor is told, which must be this one and come in time. */
    private JsonObject veraIsTold(boolean online) {
        long before = System.nanoTime();
        JsonObject told = vera.await("presence");
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        assertEquals(online, told.getBoolean("online"), told.toString());
        assertTrue(took.compareTo(TOLD_WITHIN) <= 0, "told after " + took);
        return told;
    }

    @Test
    void whoSaysGoodbyeIsGoneAtOnce() {
        ana.goodbye();
        Await.until("ana is unreachable", AT_ONCE, () -> !isReachable());
        assertFalse(veraIsTold(false).containsKey("backAt"));
        ana = People.inbox(installation, "ana");
        veraIsTold(true);
    }

    @Test
    void whoIsCutOffIsGoneAtOnceWhereTheNetworkSaysSo() {
        ana.cut();
        Await.until("ana is unreachable", AT_ONCE, () -> !isReachable());
        veraIsTold(false);
    }

    @Test
    void whoNeverSaysGoodbyeIsGoneAfterThirtySeconds() {
        SilentSocket silent = SilentSocket.inbox(installation, People.cookie(installation, "ana"));
        try (silent) {
            long silentSince = System.nanoTime();
            ana.goodbye();
            Await.until("the window that said goodbye is forgotten", AT_ONCE,
                () -> installation.query("SELECT 1 FROM agent_connection WHERE seen_at > now() - interval '25 seconds'").size() == 1);
            assertTrue(isReachable(), "a line that is silent for a moment may still be one");
            Duration left = REACHABLE_FOR.plus(A_MOMENT).minusNanos(System.nanoTime() - silentSince);
            Await.until("ana is unreachable", left, () -> !isReachable());
            veraIsTold(false);
        }
    }

    /** Waits for a heartbeat, which records all windows; any change of the status meanwhile would show. */
    @Test
    void aSecondDeviceFlipsNothing() {
        int told = vera.all("presence").size();
        int switched = ana.all("availability").size();
        leftSince("2 minutes");
        String seen = lastSeen();
        do {
            try (SilentSocket ignored = SilentSocket.inbox(installation, People.cookie(installation, "ana"))) {
                assertTrue(isReachable());
            }
            SocketClient second = People.inbox(installation, "ana");
            assertTrue(second.all("welcome").get(0).getJsonObject("availability").getBoolean("available"));
            assertTrue(isReachable());
            second.goodbye();
            assertTrue(isReachable());
            SocketClient third = People.inbox(installation, "ana");
            third.cut();
            assertTrue(isReachable());
        } while (lastSeen().equals(seen));
        assertTrue(isReachable());
        assertEquals(List.of(), installation.query("SELECT seen_at FROM agent_connection WHERE seen_at < now() - interval '100 seconds'"),
            "pages that were left longer ago are forgotten");
        assertEquals(told, vera.all("presence").size(), "the visitor was told of a change");
        assertEquals(switched, ana.all("availability").size(), "the first window was told of a change");
    }

    /** A page of the node's that its browser left for another one. */
    private void leftSince(String interval) {
        installation.query("INSERT INTO agent_connection (id, agent_id, node, seen_at) SELECT gen_random_uuid(), agent_id, node, now() - '"
            + interval
            + "'::interval FROM agent_connection WHERE seen_at > now() - interval '25 seconds' ORDER BY id LIMIT 1 RETURNING id");
    }

    /** Returns when the first window was last seen; pages that browsers left before this test do not count any more. */
    private String lastSeen() {
        return installation.query("SELECT seen_at FROM agent_connection WHERE seen_at > now() - interval '25 seconds' ORDER BY id LIMIT 1")
            .get(0);
    }

    @Test
    void theSwitchIsTold() {
        People.setAvailable(ana, false);
        veraIsTold(false);
        assertFalse(visitor("Wanda").all("welcome").get(0).getJsonObject("presence").getBoolean("online"));
        People.setAvailable(ana, true);
        veraIsTold(true);
        assertTrue(visitor("Xena").all("welcome").get(0).getJsonObject("presence").getBoolean("online"));
    }

    @Test
    void whoIsBusyIsNotFree() {
        List<SocketClient> askers = IntStream.range(0, MOST_CHATS).mapToObj(i -> visitor("Asker " + i)).toList();
        askers.forEach(People::request);
        assertFalse(veraIsTold(false).containsKey("backAt"), "ana is there, and busy");
        askers.get(0).send(act("chat.end")).await("chat.ended");
        veraIsTold(true);
        askers.subList(1, MOST_CHATS).forEach(asker -> asker.send(act("chat.end")).await("chat.ended"));
    }

    @Test
    void whoIsNotThereSaysWhenTheyAreBack() {
        ZoneId seoul = ZoneId.of("Asia/Seoul");
        LocalDate day = LocalDate.now(seoul).plusDays(2);
        Instant start = day.atTime(9, 0).atZone(seoul).toInstant();
        installation.query("UPDATE agent SET time_zone = 'Asia/Seoul' WHERE account_id = (SELECT id FROM account WHERE user_name = 'ana')");
        installation.query("INSERT INTO agent_block (agent_id, weekday, start_minute, end_minute) SELECT id, ?, 540, 720 FROM account "
            + "WHERE user_name = 'ana'", day.getDayOfWeek().getValue());
        ana.goodbye();
        assertEquals(start, Instant.parse(veraIsTold(false).getString("backAt")));
        assertEquals(start, Instant.parse(visitor("Wanda").all("welcome").get(0).getJsonObject("presence").getString("backAt")));
        installation.query("UPDATE agent_block SET start_minute = 600");
        assertEquals(start.plus(1, ChronoUnit.HOURS), Instant.parse(veraIsTold(false).getString("backAt")));
    }

    @Test
    void eachEntrySaysWhetherItsOwnAreThereAndHowManyWait() {
        RoutingSetup setup = new RoutingSetup(installation);
        setup.reset();
        setup.entry("team").set("team", "routing = 'TEAM', team_id = ?, queue_minutes = 5", setup.team("Support", "ben"));
        setup.entry("ana").set("ana", "routing = 'AGENT', agent_id = ?", setup.account("ana"));
        try {
            SocketClient wanda = comesBy("team", told -> !told.getBoolean("own"));
            assertTrue(presence(wanda).getBoolean("online"), "all agents are asked where the team is away");
            comesBy("ana", told -> told.getBoolean("own"));
            comesBy("nosuch", told -> told.getBoolean("own"));
            ana.goodbye();
            wanda.await("presence", online(false));
            SocketClient xena = visitor("Xena");
            xena.send(act("chat.request").add("entry", "team")).await("chat.queued");
            assertEquals(1, wanda.await("presence", f -> f.getInt("waiting") > 0).getInt("waiting"));
            assertEquals(0, presence(comesBy("ana", told -> !told.getBoolean("online"))).getInt("waiting"));
            xena.send(act("chat.end")).await("chat.ended");
            wanda.await("presence", f -> f.getInt("waiting") == 0);
        } finally {
            setup.reset();
        }
    }

    private static JsonObject presence(SocketClient visitor) {
        return visitor.all("welcome").get(visitor.all("welcome").size() - 1).getJsonObject("presence");
    }

    /** Says hello again until it is told, since entries that were just made are known within seconds. */
    private SocketClient comesBy(String entry, Predicate<JsonObject> told) {
        SocketClient visitor = visitor("By " + entry);
        String token = visitor.all("welcome").get(0).getString("token");
        Await.until(entry + " tells", TOLD_WITHIN, () -> {
            int before = visitor.all("welcome").size();
            visitor.send(frame("hello").add("token", token).add("entry", entry));
            Await.until("welcome again", TOLD_WITHIN, () -> visitor.all("welcome").size() > before);
            return told.test(presence(visitor));
        });
        return visitor;
    }
}
