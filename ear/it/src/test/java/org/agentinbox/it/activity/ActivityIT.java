package org.agentinbox.it.activity;

import static org.agentinbox.it.support.SocketClient.act;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * Tests the activity list of visitors: each entry is recorded once and shown in pages for 90 days, to those who may see the conversation.
 */
class ActivityIT {

    private static final String TRIGGERED = "CONVERSATION_TRIGGERED";
    private static final String ENGAGED = "ENGAGED_WITH_AGENT";
    private static final String MISSED = "LIVE_CHAT_MISSED";

    private final Installation installation = Installation.shared();

    @BeforeEach
    @AfterEach
    void nobodyIsThere() {
        People.nobodyIsAvailable(installation);
    }

    private HttpResponse<String> get(String userName, String conversation, String before) {
        String query = before == null ? "" : "?before=" + URLEncoder.encode(before, StandardCharsets.UTF_8);
        return People.get(installation, "api/v1/conversations/" + conversation + "/activities" + query,
            userName == null ? null : People.cookie(installation, userName));
    }

    private JsonObject page(String userName, String conversation, String before) {
        HttpResponse<String> answer = get(userName, conversation, before);
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private List<JsonObject> first(String userName, String conversation) {
        return page(userName, conversation, null).getJsonArray("activities").getValuesAs(JsonObject.class);
    }

    private static List<String> types(List<JsonObject> activities) {
        return activities.stream().map(a -> a.getString("type")).toList();
    }

    private static List<String> conversations(List<JsonObject> activities) {
        return activities.stream().map(a -> a.getString("conversationId", "none")).toList();
    }

    @Test
    void whatHappensIsRecordedOnceAndShownNewestFirst() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.end();
            String left = People.request(chat.visitor());
            chat.visitor().send(act("chat.end").add("conversationId", left)).await("chat.ended");
            People.setAvailable(chat.agent(), false);
            UUID act = UUID.randomUUID();
            String missed = chat.visitor().send(act("chat.request").add("clientId", act.toString())).await("chat.requested")
                .getString("conversationId");
            chat.visitor().await("chat.fallback");
            chat.visitor().send(act("chat.request").add("clientId", act.toString())).await("chat.requested",
                f -> f.getString("conversationId").equals(missed));
            List<JsonObject> seen = first("ana", chat.id());
            assertEquals(List.of(MISSED, TRIGGERED, MISSED, TRIGGERED, ENGAGED, TRIGGERED), types(seen));
            assertEquals("Ana Silva", seen.get(4).getString("detail"));
            assertEquals(List.of("none", "none", "none", "none", chat.id(), chat.id()), conversations(seen),
                "requests that nobody took are not for her to read");
            assertEquals(List.of(missed, missed, left, left, chat.id(), chat.id()), conversations(first("sam", chat.id())));
        }
    }

    @Test
    void whatTheConversationsTellIsWhatWasRecorded() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.end();
            People.setAvailable(chat.agent(), false);
            People.request(chat.visitor());
            chat.visitor().await("chat.fallback");
            List<JsonObject> recorded = first("sam", chat.id());
            installation.query("DELETE FROM activity WHERE visitor_id = (SELECT visitor_id FROM conversation WHERE id = CAST(? AS uuid))",
                chat.id());
            assertEquals(List.of(), first("sam", chat.id()));
            installation.query("SELECT CAST(record_past_activities() AS text)");
            installation.query("SELECT CAST(record_past_activities() AS text)");
            List<JsonObject> told = first("sam", chat.id());
            assertEquals(List.of(MISSED, TRIGGERED, ENGAGED, TRIGGERED), types(told));
            assertEquals(types(recorded), types(told));
            assertEquals(conversations(recorded), conversations(told));
            assertEquals("Ana Silva", told.get(2).getString("detail"));
            assertTrue(told.stream()
                .allMatch(a -> UUID.fromString(a.getString("id")).version() == 7 && UUID.fromString(a.getString("id")).variant() == 2));
        }
    }

    @Test
    void onlyThePast90DaysAreShownWhateverIsStored() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            String move = "UPDATE activity SET at = now() - CAST(? AS interval) WHERE conversation_id = CAST(? AS uuid) AND type = ?";
            installation.query(move, "89 days 23 hours", chat.id(), ENGAGED);
            installation.query(move, "90 days 1 minute", chat.id(), TRIGGERED);
            assertEquals(List.of(ENGAGED), types(first("ana", chat.id())));
            assertEquals(List.of(ENGAGED), types(first("sam", chat.id())));
            JsonObject shown = first("ana", chat.id()).get(0);
            assertEquals(List.of(), page("ana", chat.id(), shown.getString("at") + "_" + shown.getString("id")).getJsonArray("activities"),
                "nor by paging on");
            assertEquals(List.of("2"),
                installation.query("SELECT count(*) FROM activity WHERE conversation_id = CAST(? AS uuid)", chat.id()));
        }
    }

    /** Five entries share each instant, so that pages break between entries of the same time; after each page a new entry is added. */
    @Test
    void pagesHaveNoGapAndNoDouble() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            String visitor = installation.query("SELECT visitor_id FROM conversation WHERE id = CAST(? AS uuid)", chat.id()).get(0);
            String insert = "INSERT INTO activity (id, visitor_id, type, at, detail) SELECT activity_id(now()), CAST(? AS uuid), "
                + "'REACHED_GOAL', "
                + "date_trunc('hour', now()) - (n / 5) * interval '1 hour', CAST(n AS text) FROM generate_series(?, ?) n";
            installation.query(insert, visitor, 5, 57);
            List<JsonObject> seen = new ArrayList<>();
            String next = null;
            int pages = 0;
            do {
                JsonObject page = page("ana", chat.id(), next);
                seen.addAll(page.getJsonArray("activities").getValuesAs(JsonObject.class));
                next = page.getString("next", null);
                pages++;
                installation.query(
                    "INSERT INTO activity (id, visitor_id, type, at) VALUES (activity_id(now()), CAST(? AS uuid), 'REACHED_GOAL', now())",
                    visitor);
            } while (next != null);
            assertEquals(3, pages);
            assertEquals(55, seen.size());
            assertEquals(55, new HashSet<>(seen).size());
            assertEquals(IntStream.rangeClosed(1, 11).boxed().toList(),
                seen.stream().skip(2).map(a -> Integer.parseInt(a.getString("detail")) / 5).distinct().toList());
        }
    }

    @Test
    void itIsForThoseWhoMaySeeTheConversation() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            assertEquals(401, get(null, chat.id(), null).statusCode());
            assertEquals(403, get("cal", chat.id(), null).statusCode());
            assertEquals(403, get("mia", chat.id(), null).statusCode());
            assertEquals(404, get("ben", chat.id(), null).statusCode(), "another agent's active chat");
            assertEquals(200, get("sam", chat.id(), null).statusCode());
            assertEquals(404, get("ana", UUID.randomUUID().toString(), null).statusCode());
            assertEquals(404, get("ana", "nonsense", null).statusCode());
            chat.end();
            assertEquals(List.of(chat.id(), chat.id()), conversations(first("ben", chat.id())), "a past chat is everybody's");
            People.setAvailable(chat.agent(), false);
            String missed = People.request(chat.visitor());
            assertEquals(404, get("ana", missed, null).statusCode(), "a chat that nobody accepted");
            assertEquals(200, get("sam", missed, null).statusCode());
        }
    }

    /** The activity shows that there was a past chat, but its transcript is refused to agents who may not read it. */
    @Test
    void whatRunsWithAnotherAgentIsNotNamed() {
        try (Chat past = Chat.begin(installation, "ana")) {
            past.end();
            People.setAvailable(past.agent(), false);
            try (SocketClient ben = People.inbox(installation, "ben")) {
                People.setAvailable(ben, true);
                String running = People.request(past.visitor());
                People.accept(ben, running);
                assertEquals(List.of("none", "none", past.id(), past.id()), conversations(first("ana", past.id())));
                assertEquals(List.of(running, running, past.id(), past.id()), conversations(first("ben", past.id())));
                past.visitor().send(act("chat.end").add("conversationId", running)).await("chat.ended",
                    f -> f.getString("conversationId").equals(running));
                assertEquals(List.of(running, running, past.id(), past.id()), conversations(first("ana", past.id())));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "2030-05-06T12:00:00Z", "+1000000000-12-31T23:59:59Z_018f0000-0000-7000-8000-000000000000"})
    void whatIsNoPlaceIsRefused(String before) {
        try (Chat chat = Chat.begin(installation, "ana")) {
            assertEquals(400, get("ana", chat.id(), before).statusCode());
        }
    }
}
