package org.agentinbox.it.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Await;
import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SummaryEndpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.JsonObject;

/** Tests that an endpoint writes summaries where it can, and that the built-in ones stay where it fails. */
class SummaryEndpointIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Installation installation = Installation.shared();
    // Not an ending of participles, which are no topics.
    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[-0-9]", "") + "k";
    private final String written = "The visitor would like to give the " + word + " scanner back.";
    private final String answer = "{\"statements\":[{\"kind\":\"WANTS\",\"text\":\"" + written
        + "\",\"seqs\":[1]},{\"kind\":\"OPEN\",\"text\":\"Invented.\",\"seqs\":[77]}],"
        + "\"topics\":[{\"name\":\"" + word + " scanner\",\"seqs\":[1]},{\"name\":\"bitcoin\",\"seqs\":[1]}]}";

    @BeforeEach
    @AfterEach
    void nobodyIsAvailable() {
        SummaryEndpoint.forget(word);
        People.nobodyIsAvailable(installation);
    }

    private List<String> kept(Chat chat) {
        return installation.query("SELECT concat_ws('|', model, text) FROM conversation_summary WHERE conversation_id = ?::uuid",
            chat.id());
    }

    private List<String> topics(Chat chat) {
        return installation.query("SELECT name FROM conversation_topic WHERE conversation_id = ?::uuid ORDER BY place", chat.id());
    }

    @Test
    void theBuiltInSummaryIsThereAtOnceAndTheEndpointsTakesItsPlace() throws Exception {
        SummaryEndpoint.says(word, answer);
        try (Chat chat = Chat.begin(installation, "ana")) {
            try (AutoCloseable ignored = SummaryEndpoint.silent(word)) {
                chat.visitorSays("Can I return my " + word + " scanner? Write to vera@nordbio.example or call 010-1234-5678.");
                JsonObject first = chat.agent().await("summary", f -> f.getString("text").contains(word));
                assertTrue(first.isNull("model"), "nobody waits for a slow endpoint");
                Await.until("it is asked", SOON, () -> !SummaryEndpoint.questions(word).isEmpty());
                chat.agentSync();
            }
            JsonObject second = chat.agent().await("summary", f -> f.getString("text").equals(written));
            assertEquals(SummaryEndpoint.MODEL, second.getString("model"));
            assertEquals(1, second.getJsonArray("statements").size(), "what leads nowhere is left out: " + second);
            assertTrue(
                second.getJsonArray("topics").toString().contains(word + " scanner")
                    && !second.getJsonArray("topics").toString().contains("bitcoin"),
                "as is what the visitor did not say: " + second);
            assertTrue(
                People.get(installation, "api/v1/conversations/" + chat.id() + "/summary", People.cookie(installation, "ana")).body()
                    .contains(written),
                "who opens the page sees the same");
            chat.end();
            Await.until("the final one is kept", SOON, () -> kept(chat).equals(List.of(SummaryEndpoint.MODEL + "|" + written)));
            assertTrue(topics(chat).contains(word + " scanner") && !topics(chat).contains("bitcoin"), topics(chat).toString());
            assertEquals(1, SummaryEndpoint.questions(word).size(), "nothing was said since: it is not asked again");
            String sent = SummaryEndpoint.questions(word).get(0).getJsonArray("messages").getJsonObject(0).getString("text");
            assertEquals("Can I return my " + word + " scanner? Write to [email] or call [phone].", sent);
        }
    }

    @Test
    void whileTheEndpointFailsTheBuiltInSummaryServesAndIsReplacedOnceItIsBack() {
        SummaryEndpoint.says(word, SummaryEndpoint.FAILS);
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.visitorSays("Can I return my " + word + " scanner?");
            JsonObject shown = chat.agent().await("summary", f -> f.getString("text").contains(word));
            String builtIn = shown.getString("text");
            assertTrue(shown.isNull("model"), shown.toString());
            chat.end();
            Await.until("the final one is kept", SOON, () -> kept(chat).equals(List.of(builtIn)));
            String waits = "SELECT id FROM outbox WHERE kind = 'SUMMARY' AND payload = ? AND attempts = 1 AND due_at > now() + interval "
                + "'30 s' "
                + "AND due_at < now() + interval '61 s'";
            Await.until("the endpoint has failed and is asked again later", SOON,
                () -> SummaryEndpoint.questions(word).size() >= 2 && installation.query(waits, chat.id()).size() == 1);
            assertEquals(List.of(builtIn), kept(chat));
            SummaryEndpoint.says(word, answer);
            installation.query("UPDATE outbox SET due_at = now() WHERE kind = 'SUMMARY' AND payload = ?", chat.id());
            JsonObject told = chat.agent().await("summary", f -> f.getString("text").equals(written));
            assertEquals(SummaryEndpoint.MODEL, told.getString("model"));
            assertEquals(List.of(SummaryEndpoint.MODEL + "|" + written), kept(chat));
            assertTrue(topics(chat).contains(word + " scanner") && !topics(chat).contains("bitcoin"), topics(chat).toString());
            Await.until("nothing waits", SOON, () -> installation.query("SELECT id FROM outbox WHERE payload = ?", chat.id()).isEmpty());
            assertFalse(chat.visitor().all("summary").stream().findAny().isPresent(), "never for the visitor");
        }
    }
}
