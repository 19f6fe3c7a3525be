package org.agentinbox.it.summary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;

/** Tests that summaries are updated during a chat for those who may see it, and that the final one is kept. */
class SummaryIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Installation installation = Installation.shared();
    // Not an ending of participles, which are no topics.
    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[-0-9]", "") + "k";

    @BeforeEach
    @AfterEach
    void nobodyIsAvailable() {
        People.nobodyIsAvailable(installation);
    }

    private HttpResponse<String> ask(String userName, String path) {
        return People.get(installation, "api/v1/" + path, userName == null ? null : People.cookie(installation, userName));
    }

    private JsonObject json(String userName, String path) {
        HttpResponse<String> answer = ask(userName, path);
        assertEquals(200, answer.statusCode(), path + ": " + answer.body());
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private JsonObject summary(String userName, Chat chat) {
        return json(userName, "conversations/" + chat.id() + "/summary");
    }

    private List<String> about(String userName, String topic) {
        return json(userName, "conversations/search?topic=" + URLEncoder.encode(topic, UTF_8)).getJsonArray("conversations")
            .getValuesAs(JsonObject.class).stream()
            .map(c -> c.getString("id")).toList();
    }

    private static boolean says(JsonObject summary, String kind, String text, int seq) {
        return summary.getJsonArray("statements").getValuesAs(JsonObject.class).stream()
            .anyMatch(s -> s.getString("kind").equals(kind) && s.getString("text").equals(text) && s.getJsonArray("seqs").getInt(0) == seq);
    }

    @Test
    void aSummaryFollowsTheChatForThoseWhoMaySeeItAndNeverForTheVisitor() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitorSays("Hello! Can I return my " + word + " scanner?");
            // Summaries of earlier chats may still arrive.
            JsonObject first = chat.agent().await("summary",
                f -> f.getString("conversationId").equals(chat.id()) && !f.getString("text").isEmpty());
            assertEquals("Customer is asking whether they can return their " + word + " scanner.", first.getString("text"));
            assertTrue(says(first, "WANTS", first.getString("text"), 1), first.toString());
            JsonObject stored = chat.agentSays("Yes, of course. We will send you a label today.");
            String promise = "Agent states that they will send the customer a label today.";
            JsonObject second = chat.agent().await("summary", f -> says(f, "AGREED", promise, 2));
            Duration after = Duration.between(Instant.parse(stored.getString("at")), Instant.parse(second.getString("at")));
            assertTrue(after.compareTo(Duration.ofSeconds(1)) < 0, "a second is promised: " + after);
            assertEquals(second.getJsonArray("statements"), summary("ana", chat).getJsonArray("statements"),
                "who opens the page sees the same");
            assertEquals(404, ask("ben", "conversations/" + chat.id() + "/summary").statusCode(), "another agent's active chat");
            assertEquals(200, ask("sam", "conversations/" + chat.id() + "/summary").statusCode(), "sales admins see all");
            assertEquals(401, ask(null, "conversations/" + chat.id() + "/summary").statusCode());
            assertEquals(403, ask("mia", "conversations/" + chat.id() + "/summary").statusCode());
            chat.visitorSync();
            assertEquals(List.of(), chat.visitor().all("summary"));
        }
    }

    @Test
    void oneFinalSummaryIsKeptWhoeverMakesItAgain() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitorSays("I want to buy two " + word + " scanners.");
            chat.agentSays("They cost 900 euros each.");
            chat.end();
            Await.until("the final summary is kept", SOON, () -> summary("ben", chat).getBoolean("final") && !rows(chat).isEmpty());
            List<String> kept = rows(chat);
            for (int again = 0; again < 2; again++) {
                installation.query(
                    "INSERT INTO deadline (id, kind, subject, due_at) VALUES (gen_random_uuid(), 'SUMMARY_ENDED', ?::uuid, now())",
                    chat.id());
            }
            Await.until("the deadlines are answered", SOON,
                () -> installation.query("SELECT id FROM deadline WHERE kind = 'SUMMARY_ENDED' AND subject = ?::uuid", chat.id())
                    .isEmpty());
            assertEquals(kept, rows(chat), "one, and it stays");
            assertEquals("Customer wants to buy two " + word + " scanners. Agent states that they cost 900 euros each.",
                summary("ben", chat).getString("text"));
        }
    }

    private List<String> rows(Chat chat) {
        return installation.query("SELECT made_at || text FROM conversation_summary WHERE conversation_id = ?::uuid", chat.id());
    }

    @Test
    void conversationsAreFoundByTopicWhileTheyGoOnAndAfterwards() {
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitorSays("Do you repair " + word + " scanners?");
            JsonObject told = chat.agent().await("summary",
                f -> f.getString("conversationId").equals(chat.id()) && !f.getJsonArray("topics").isEmpty());
            String topic = told.getJsonArray("topics").getValuesAs(JsonString.class).stream().map(JsonString::getString)
                .filter(t -> t.contains(word)).findFirst().orElseThrow();
            Await.until("the active chat is found", SOON, () -> about("ana", topic.toUpperCase()).equals(List.of(chat.id())));
            assertEquals(List.of(), about("ben", topic), "nobody else's active chat");
            chat.end();
            Await.until("the past chat is found", SOON, () -> about("ben", topic).equals(List.of(chat.id())));
            assertEquals(List.of(), about("ben", topic + "x"));
        }
    }

    @Test
    void peopleAreNoTopics() {
        String known = "Oswin" + word;
        installation.query("INSERT INTO visitor (id, version, name, created_at, seen_at) VALUES (gen_random_uuid(), 0, ?, now(), now())",
            known + " Quill");
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitorSays("hi ana, I talked to " + known + " about " + word + " scanners, ben was there too. Ask " + known + ".");
            Await.until("the topics are there", SOON, () -> topics(chat).stream().anyMatch(t -> t.contains(word + " scanners")));
            assertTrue(topics(chat).stream().noneMatch(t -> t.matches("ana|ben|oswin.*")), topics(chat).toString());
        } finally {
            installation.query("DELETE FROM visitor WHERE name = ?", known + " Quill");
        }
    }

    private List<String> topics(Chat chat) {
        return summary("ana", chat).getJsonArray("topics").getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    @Test
    void salesAdminsKeepTheListOfTopics() {
        assertEquals(403, imported("ana", "name,synonyms\nX,y\n").statusCode());
        assertEquals(403, ask("ana", "topics/export.csv").statusCode());
        HttpResponse<String> wrong = imported("sam", "name,synonyms\n" + word + ",a\n,b\n" + word.toUpperCase() + ",c\n");
        assertEquals(400, wrong.statusCode(), wrong.body());
        assertTrue(wrong.body().contains("{\"line\":3,\"reason\":\"NAME\"}") && wrong.body().contains("{\"line\":4,\"reason\":\"TWICE\"}"),
            wrong.body());
        assertTrue(imported("sam", "name,synonyms\nTopic " + word + ",\"=1+1; " + word + "\"\n").body().contains("\"added\":1"));
        String file = ask("sam", "topics/export.csv").body();
        assertTrue(file.contains("Topic " + word + ",\"'=1+1; " + word + "\""), "guarded against spreadsheets: " + file);
        assertTrue(imported("sam", file.substring(file.indexOf("name"))).body().contains("\"added\":0,\"changed\":0"));
        assertTrue(json("ana", "topics").getJsonArray("topics").toString().contains("Topic " + word), "agents find it among the filters");
        try (Chat chat = Chat.begin(installation, "ana")) {
            // Nodes read a changed list within seconds.
            Await.until("the topic counts", SOON, () -> {
                chat.visitorSays("It is about my " + word + ".");
                return summary("ana", chat).getJsonArray("topics").toString().contains("Topic " + word);
            });
        }
    }

    private HttpResponse<String> imported(String userName, String file) {
        return People.call(HttpRequest.newBuilder(installation.address().resolve("api/v1/topics/import")).header("Content-Type", "text/csv")
            .header("Cookie", People.cookie(installation, userName))
            .POST(HttpRequest.BodyPublishers.ofString(file)));
    }
}
