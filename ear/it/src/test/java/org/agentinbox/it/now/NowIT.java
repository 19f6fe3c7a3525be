package org.agentinbox.it.now;

import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.PastChats;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.RoutingSetup;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

/** Tests who sees what goes on, that changes are told, and that all of it is there with 200 agents and 1,000 chats. */
class NowIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Installation installation = Installation.shared();
    private final RoutingSetup setup = new RoutingSetup(installation);

    @BeforeEach
    @AfterEach
    void reset() {
        setup.reset();
        People.nobodyIsAvailable(installation);
        PastChats.delete(installation, "request_client_id IN (SELECT id FROM visitor WHERE name LIKE 'Crowd %')");
        installation.query("DELETE FROM visitor WHERE name LIKE 'Crowd %'");
        installation.query("DELETE FROM agent_connection WHERE agent_id IN (SELECT id FROM account WHERE user_name LIKE 'crowd-%')");
        installation.query("DELETE FROM lost_agent WHERE agent_id IN (SELECT id FROM account WHERE user_name LIKE 'crowd-%')");
        installation.query("DELETE FROM agent WHERE account_id IN (SELECT id FROM account WHERE user_name LIKE 'crowd-%')");
        installation.query("DELETE FROM account WHERE user_name LIKE 'crowd-%'");
    }

    private SocketClient look(String userName) {
        return SocketClient.connect(installation, "ws/now", installation.origin(), People.cookie(installation, userName))
            .send(frame("hello"));
    }

    private static boolean has(JsonObject frame, String kind, String id) {
        return frame.containsKey(kind) && frame.getJsonArray(kind).getValuesAs(JsonObject.class).stream()
            .anyMatch(row -> row.getString("id").equals(id));
    }

    private static JsonObject row(JsonObject frame, String kind, String id) {
        return frame.getJsonArray(kind).getValuesAs(JsonObject.class).stream().filter(row -> row.getString("id").equals(id)).findFirst()
            .orElseThrow();
    }

    private void lead(UUID team, String userName) {
        installation.query("UPDATE team SET lead_id = ? WHERE id = ?", setup.account(userName), team);
    }

    @Test
    void onlySalesAdminsAndLeadsSeeIt() {
        for (String user : List.of("ana", "cal", "mia")) {
            assertEquals(403, People.get(installation, "admin/now", People.cookie(installation, user)).statusCode(), user);
        }
        assertEquals(200, People.get(installation, "admin/now", People.cookie(installation, "sam")).statusCode());
        for (String user : List.of("cal", "mia")) {
            assertEquals(403, SocketClient.status(installation, "ws/now", installation.origin(), People.cookie(installation, user)), user);
        }
        try (SocketClient ana = look("ana")) {
            ana.awaitError("NOT_ALLOWED");
            assertTrue(ana.all("now").isEmpty());
        }
    }

    /** In whatever part of the snapshot: other tests leave agents behind, and a snapshot of many rows comes in parts. */
    private static boolean isTold(SocketClient page, String kind, String id) {
        return page.all("now").stream().anyMatch(now -> has(now, kind, id));
    }

    @Test
    void aLeadSeesTheirTeamsUntilTheyLeadNoMore() {
        UUID team = setup.team("Lookers", "ana", "ben");
        lead(team, "ana");
        try (Chat bens = Chat.begin(installation, "ben")) {
            try (Chat chaes = Chat.begin(installation, "chae"); SocketClient ana = look("ana"); SocketClient sam = look("sam")) {
                String ben = setup.account("ben").toString();
                String chae = setup.account("chae").toString();
                Await.until("sam is told both chats", PATIENCE, () -> isTold(sam, "chats", bens.id()) && isTold(sam, "chats", chaes.id()));
                Await.until("ana is told of the team", PATIENCE, () -> isTold(ana, "chats", bens.id()) && isTold(ana, "agents", ben));
                assertFalse(ana.all("now").toString().contains(chaes.id()) || ana.all("now").toString().contains(chae));
                String page = People.get(installation, "admin/now", People.cookie(installation, "ana")).body();
                assertTrue(page.contains(bens.id()) && !page.contains(chaes.id()));
                installation.query("UPDATE team SET lead_id = NULL WHERE id = ?", team);
                ana.awaitError("NOT_ALLOWED");
            }
        }
    }

    @Test
    void theWaitForAnAnswerBeginsWithTheFirstMessageAndEndsWithTheAnswer() {
        try (SocketClient sam = look("sam"); Chat chat = Chat.begin(installation, "ana")) {
            sam.await("now", now -> has(now, "chats", chat.id()));
            chat.visitorSays("Is anybody there?");
            JsonObject waits = sam.await("now", now -> has(now, "chats", chat.id())
                && row(now, "chats", chat.id()).containsKey("unanswered"));
            assertTrue(waits.toString().length() < 2_000, "a change is small: " + waits.toString().length());
            assertFalse(waits.getBoolean("fresh", false));
            chat.agentSays("Yes");
            sam.await("now", now -> has(now, "chats", chat.id()) && !row(now, "chats", chat.id()).containsKey("unanswered"));
            chat.end();
            sam.await("now", now -> now.containsKey("chatsGone")
                && now.getJsonArray("chatsGone").getValuesAs(JsonString.class).stream().anyMatch(id -> id.getString().equals(chat.id())));
        }
    }

    @Test
    void aCrowdIsToldCompletelyAndAChangeOfItReachesThePage() {
        installation.query("INSERT INTO account (SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'user_name', "
            + "'crowd-' || n, 'display_name', 'Crowd agent ' || n))).* FROM account a, generate_series(1, 200) n WHERE "
            + "a.user_name = 'ben')");
        installation.query("INSERT INTO agent (account_id) SELECT id FROM account WHERE user_name LIKE 'crowd-%'");
        installation.query("INSERT INTO agent_connection (id, agent_id, node, seen_at) SELECT gen_random_uuid(), id, gen_random_uuid(), "
            + "now() FROM account WHERE user_name LIKE 'crowd-%'");
        installation
            .query("INSERT INTO visitor (id, version, name, created_at, seen_at) SELECT gen_random_uuid(), 0, 'Crowd ' || n, now(), "
                + "now() FROM generate_series(1, 1000) n");
        installation.query("INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, requested_at, accepted_at) "
            + "SELECT v.id, v.id, (SELECT id FROM account WHERE user_name = 'crowd-' || (1 + substr(v.name, 7)::int % 200)), "
            + "v.id, 'ACTIVE', "
            + "now(), now() FROM visitor v WHERE v.name LIKE 'Crowd %'");
        try (SocketClient sam = look("sam")) {
            Set<String> agents = new HashSet<>();
            Set<String> chats = new HashSet<>();
            sam.await("now", now -> {
                ids(now, "agents", "name", agents);
                ids(now, "chats", "visitor", chats);
                return !now.containsKey("more") && chats.size() >= 1000;
            });
            assertEquals(200, agents.size());
            assertEquals(1000, chats.size());
            String ended = installation.query("UPDATE conversation SET state = 'ENDED', end_reason = 'AGENT', ended_at = now() WHERE "
                + "visitor_id = (SELECT id FROM visitor WHERE name = 'Crowd 7') RETURNING id").get(0);
            JsonObject change = sam.await("now", now -> now.containsKey("chatsGone")
                && now.getJsonArray("chatsGone").getValuesAs(JsonString.class).stream().anyMatch(id -> id.getString().equals(ended)));
            assertTrue(change.toString().length() < 2_000, "a change is small: " + change.toString().length());
        }
    }

    private static void ids(JsonObject frame, String kind, String name, Set<String> found) {
        if (frame.containsKey(kind)) {
            frame.getJsonArray(kind).getValuesAs(JsonObject.class).stream().map(row -> row.getString(name, "-"))
                .filter(one -> one.startsWith("Crowd ")).forEach(found::add);
        }
    }
}
