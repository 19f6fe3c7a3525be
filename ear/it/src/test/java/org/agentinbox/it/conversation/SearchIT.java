package org.agentinbox.it.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Await;
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

/** Tests that conversations are found by those who may see them. Each test searches for words that no other test writes. */
class SearchIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Installation installation = Installation.shared();
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    @AfterEach
    void nobodyIsAvailable() {
        People.nobodyIsAvailable(installation);
    }

    private HttpResponse<String> ask(String userName, String query) {
        return People.get(installation, "api/v1/conversations/search?" + query,
            userName == null ? null : People.cookie(installation, userName));
    }

    private JsonObject found(String userName, String query) {
        HttpResponse<String> answer = ask(userName, query);
        assertEquals(200, answer.statusCode(), query + ": " + answer.body());
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private List<String> ids(String userName, String query) {
        return found(userName, query).getJsonArray("conversations").getValuesAs(JsonObject.class).stream().map(c -> c.getString("id"))
            .toList();
    }

    private static String q(String text) {
        return "q=" + URLEncoder.encode(text, UTF_8);
    }

    private void awaitFound(String userName, String text, String id) {
        Await.until(text + " is found", SOON, () -> ids(userName, q(text)).contains(id));
    }

    /** Adds a past chat of an agent with the given time of its end. */
    private String past(String agent, String text, Instant endedAt) {
        String id = UUID.randomUUID().toString();
        installation.query(
            "WITH v AS (INSERT INTO visitor (id, version, name, created_at, seen_at) VALUES (gen_random_uuid(), 0, 'Past', now(), now()) "
                + "RETURNING id), "
                + "c AS (INSERT INTO conversation (id, visitor_id, agent_id, request_client_id, state, end_reason, requested_at, "
                + "accepted_at, ended_at) "
                + "SELECT ?::uuid, v.id, a.id, gen_random_uuid(), 'ENDED', 'AGENT', e.at, e.at, e.at FROM v, account a, (SELECT "
                + "?::timestamptz AS at) e WHERE a.user_name = ?) "
                + "INSERT INTO message (conversation_id, seq, kind, author_kind, text, at) VALUES (?::uuid, 1, 'TEXT', 'VISITOR', ?, "
                + "?::timestamptz)",
            id, endedAt.toString(), agent, id, text, endedAt.toString());
        installation.query("INSERT INTO deadline (id, kind, subject, due_at) VALUES (gen_random_uuid(), 'SEARCH_ENDED', ?::uuid, now())",
            id);
        return id;
    }

    @Test
    void onesOwnActiveChatIsFoundAtOnceAndNobodyElsesUntilItIsOver() {
        String email = word + "@customer.example";
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitor().send(frame("identify").add("name", "Vera " + word).add("email", email)).await("identified");
            chat.visitorSays("배송비는 얼마인가요? pricing " + word + "x");
            for (String text : List.of(word, word + " 배송", word + "x pric", word + "@", email, word + " 얼마인ㄱ")) {
                assertEquals(List.of(chat.id()), ids("ana", q(text)), text);
                assertEquals(List.of(), ids("ben", q(text)), "another agent's active chat by " + text);
                assertEquals(List.of(chat.id()), ids("sam", q(text)), "sales admins see all");
            }
            assertEquals(List.of(), ids("ana", q(word + " 배송료")));
            chat.end();
            awaitFound("ben", word, chat.id());
            for (String text : List.of(word + " 배송", word + "x pric", word + "@", email)) {
                assertEquals(List.of(chat.id()), ids("ben", q(text)), text);
            }
            JsonObject hit = found("ben", q(word + "x")).getJsonArray("conversations").getJsonObject(0);
            assertTrue(hit.getString("excerpt").contains("pricing " + word + "x"), hit.toString());
        }
    }

    @Test
    void aNewNameIsFoundAndTheOldOneNoMore() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitor().send(frame("identify").add("name", "Before" + word)).await("identified");
            chat.end();
            awaitFound("ben", "before" + word, chat.id());
            chat.visitor().send(frame("identify").add("name", "After" + word)).await("identified");
            awaitFound("ben", "after" + word, chat.id());
            assertEquals(List.of(), ids("ben", q("before" + word)));
        }
    }

    @Test
    void aChatThatNobodyAcceptedIsNotFound() {
        try (SocketClient vera = People.visitor(installation, "Missed " + word)) {
            vera.send(act("chat.request")).await("chat.fallback");
            assertEquals(List.of(), ids("sam", q(word)));
            assertEquals("0",
                installation.query(
                    "SELECT count(*) FROM conversation_search s JOIN conversation c ON c.id = s.conversation_id WHERE c.state <> 'ENDED'")
                    .get(0));
        }
    }

    @Test
    void pagesHaveNoGapAndNoDoubleWhileNewOnesCome() {
        Instant start = Instant.parse("2026-01-10T00:00:00Z");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Pairs of chats end at the same instant; then the id decides the order.
            expected.add(past("ana", word, start.plusSeconds(i / 2)));
        }
        expected.forEach(id -> awaitFound("ben", word, id));
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            JsonObject page = found("ben", q(word) + "&limit=2" + (next == null ? "" : "&before=" + next));
            page.getJsonArray("conversations").getValuesAs(JsonObject.class).forEach(c -> seen.add(c.getString("id")));
            next = page.isNull("next") ? null : page.getString("next");
            awaitFound("ben", word, past("ana", word, start.plusSeconds(100)));
        } while (next != null);
        assertEquals(7, seen.size(), "none twice");
        assertEquals(new HashSet<>(expected), new HashSet<>(seen), "none left out");
        List<String> inOrder = installation.query("SELECT id FROM conversation WHERE id::text = ANY (?) ORDER BY ended_at DESC, id DESC",
            (Object) expected.toArray(new String[0]));
        assertEquals(inOrder, seen, "newest first");
    }

    @Test
    void filtersNarrowWithAndWithoutWords() {
        String anas = past("ana", word, Instant.parse("2025-03-01T10:00:00Z"));
        String bens = past("ben", word, Instant.parse("2025-03-02T10:00:00Z"));
        awaitFound("ana", word, anas);
        awaitFound("ana", word, bens);
        String ben = installation.query("SELECT id FROM account WHERE user_name = 'ben'").get(0);
        String firstDay = "from=2025-03-01T00:00:00Z&to=2025-03-02T00:00:00Z";
        assertEquals(List.of(bens), ids("ana", q(word) + "&agent=" + ben));
        assertEquals(List.of(anas), ids("ana", q(word) + "&" + firstDay));
        assertEquals(List.of(anas), ids("ana", firstDay));
        assertEquals(List.of(bens), ids("ana", "agent=" + ben + "&from=2025-03-01T00:00:00Z&to=2025-03-03T00:00:00Z"));
        assertEquals(List.of(), ids("ana", "agent=" + ben + "&" + firstDay));
        assertTrue(
            People.get(installation, "api/v1/conversations/agents", People.cookie(installation, "ana")).body().contains("Ben Okafor"));
    }

    @Test
    void whatEndedBeforeThereWasASearchIsTakenIn() {
        String id = past("ana", word, Instant.parse("2024-01-01T00:00:00Z"));
        awaitFound("ben", word, id);
        installation.query("DELETE FROM conversation_search");
        installation.query(
            "INSERT INTO deadline (id, kind, subject, due_at) VALUES (gen_random_uuid(), 'SEARCH_BACKFILL', gen_random_uuid(), now())");
        awaitFound("ben", word, id);
        Await.until("all are taken in", SOON,
            () -> installation.query("SELECT (SELECT count(*) FROM conversation WHERE state = 'ENDED') - count(*) FROM conversation_search")
                .equals(List.of("0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"\"", "!!!", "& | ! ( ) <-> :*", "a & b | !c <-> (d):*", "\\", "'; DROP TABLE message; --", "\u0000",
        "a\u0000b", "%", "_", "😀", "ㅋㅋㅋ"})
    void hostileTextIsJustText(String text) {
        found("ana", q(text));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertEquals(400, ask("ana", q("x".repeat(10_000))).statusCode());
        for (String query : List.of("agent=x", "from=yesterday", "to=%2B999999999-01-01T00:00:00Z", "before=x",
            "before=%2B300000-01-01T00:00:00Z_018f0000-0000-7000-8000-000000000000", "topic=a%00b", "limit=0", "limit=101")) {
            assertEquals(400, ask("ana", query).statusCode(), query);
        }
        assertEquals(401, ask(null, q("x")).statusCode());
        assertEquals(403, ask("mia", q("x")).statusCode());
        assertEquals(403, ask("cal", q("x")).statusCode());
        assertEquals(200, ask("ana", q("x".repeat(200))).statusCode());
    }
}
