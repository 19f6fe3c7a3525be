package org.agentinbox.it.wrapup;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.People;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;

/** Tests who may say what came of a chat, when, who is told, and that what was removed stays readable and is not given any more. */
class WrapUpIT {

    private final Installation installation = Installation.shared();
    private final WrapUpSetup setup = new WrapUpSetup(installation);
    private String sold;
    private String big;

    @BeforeEach
    void lists() {
        People.nobodyIsAvailable(installation);
        setup.reset();
        sold = setup.add("OUTCOME", 1, "Sold", "판매");
        big = setup.add("TAG", 1, "Big", null);
    }

    @AfterEach
    void nobodyIsThere() {
        People.nobodyIsAvailable(installation);
        setup.reset();
    }

    private static JsonObjectBuilder set(String conversation, String outcome, String... tags) {
        JsonObjectBuilder frame = act("wrap-up.set").add("conversationId", conversation)
            .add("tagIds", Json.createArrayBuilder(List.of(tags)));
        return outcome == null ? frame : frame.add("outcomeId", outcome);
    }

    private static JsonObject wrapUp(SocketClient inbox, String conversation) {
        JsonObject messages = inbox.send(frame("sync").add("conversationId", conversation).add("afterSeq", 0)).await("messages");
        return messages.getJsonObject("conversation").isNull("wrapUp") ? null
            : messages.getJsonObject("conversation").getJsonObject("wrapUp");
    }

    private static List<String> tags(JsonObject wrapUp) {
        return wrapUp.getJsonArray("tags").getValuesAs(JsonObject.class).stream().map(tag -> tag.getString("name")).toList();
    }

    @Test
    void itsAgentSetsAndChangesItAfterTheEndAndAllWindowsAreTold() {
        try (Chat chat = Chat.begin(installation, "ana"); SocketClient second = People.inbox(installation, "ana");
            SocketClient ben = People.inbox(installation, "ben")) {
            chat.agent().send(set(chat.id(), sold)).awaitError("NOT_ALLOWED");
            chat.end();
            assertEquals(null, wrapUp(ben, chat.id()));
            JsonObject answer = chat.agent().send(set(chat.id(), sold, big)).await("wrap-up", f -> f.containsKey("clientId"))
                .getJsonObject("wrapUp");
            assertEquals("Sold", answer.getJsonObject("outcome").getString("name"));
            assertEquals("판매", answer.getJsonObject("outcome").getString("nameKo"));
            assertEquals(List.of("Big"), tags(answer));
            assertEquals(answer, second.await("wrap-up").getJsonObject("wrapUp"));
            assertEquals(answer, ben.await("wrap-up").getJsonObject("wrapUp"), "who has it open is told");
            assertEquals(answer, wrapUp(ben, chat.id()), "everybody may read it");
            JsonObject changed = chat.agent().send(set(chat.id(), null)).await("wrap-up", f -> f.getJsonObject("wrapUp").isNull("outcome"));
            assertEquals(List.of(), tags(changed.getJsonObject("wrapUp")));
            assertTrue(chat.visitor().all().stream().noneMatch(f -> f.getString("type").equals("wrap-up")), "visitors are not told");
        }
    }

    @Test
    void othersMayNotAndSalesAdminsMay() {
        try (Chat chat = Chat.begin(installation, "ana"); SocketClient ben = People.inbox(installation, "ben");
            SocketClient sam = People.inbox(installation, "sam")) {
            ben.send(set(chat.id(), sold)).awaitError("NOT_FOUND");
            chat.end();
            ben.send(set(chat.id(), sold)).awaitError("NOT_ALLOWED");
            ben.send(set(UUID.randomUUID().toString(), sold)).awaitError("NOT_FOUND");
            assertEquals("sam", sam.send(set(chat.id(), sold)).await("wrap-up").getJsonObject("wrapUp").getJsonObject("by")
                .getString("name").split(" ")[0].toLowerCase());
        }
    }

    @Test
    void anOutcomeThatWasRemovedIsNotGivenAndStaysReadable() {
        try (Chat old = Chat.begin(installation, "ana")) {
            old.end();
            old.agent().send(set(old.id(), sold, big)).await("wrap-up");
            installation.query("UPDATE wrap_up_choice SET removed_at = now() WHERE id = ?", UUID.fromString(sold));
            assertEquals("Sold", wrapUp(old.agent(), old.id()).getJsonObject("outcome").getString("name"));
            assertFalse(wrapUp(old.agent(), old.id()).getJsonObject("outcome").getBoolean("offered"));
            JsonObject kept = old.agent().send(set(old.id(), sold)).await("wrap-up", f -> tags(f.getJsonObject("wrapUp")).isEmpty());
            assertEquals("Sold", kept.getJsonObject("wrapUp").getJsonObject("outcome").getString("name"), "what a chat has it keeps");
        }
        try (Chat chat = Chat.begin(installation, "ana")) {
            chat.end();
            chat.agent().send(set(chat.id(), sold)).awaitError("CHOICE_GONE");
            installation.query("UPDATE wrap_up_choice SET active = false WHERE id = ?", UUID.fromString(big));
            chat.agent().send(set(chat.id(), null, big)).awaitError("CHOICE_GONE");
            // Neither what never was, nor a tag in the place of an outcome.
            chat.agent().send(set(chat.id(), UUID.randomUUID().toString())).awaitError("CHOICE_GONE");
            chat.agent().send(set(chat.id(), setup.add("TAG", 2, "Other", null))).awaitError("CHOICE_GONE");
            chat.agent().send(act("wrap-up.set").add("conversationId", chat.id()).add("tagIds", "x")).awaitError("INVALID_FIELD");
            assertEquals(null, wrapUp(chat.agent(), chat.id()));
        }
    }

    @Test
    void conversationsAreFoundByThemAndGoWithThem() {
        try (Chat chat = Chat.begin(installation, "ana"); Chat other = Chat.begin(installation, "ben")) {
            chat.end();
            other.end();
            chat.agent().send(set(chat.id(), sold, big)).await("wrap-up");
            other.agent().send(set(other.id(), null, big)).await("wrap-up");
            assertEquals(List.of(chat.id()), found("outcome=" + sold));
            assertEquals(List.of(other.id(), chat.id()), found("tag=" + big));
            assertEquals(List.of(chat.id()), found("tag=" + big + "&outcome=" + sold));
            assertEquals(List.of(), found("outcome=" + UUID.randomUUID()));
            assertEquals(400, People.get(installation, "api/v1/conversations/search?tag=x", People.cookie(installation, "chae"))
                .statusCode());
        }
        installation.query("SELECT kind || removed FROM delete_conversations(ARRAY(SELECT conversation_id FROM wrap_up "
            + "WHERE outcome_id = ?), ARRAY['wrap_up'])", UUID.fromString(sold));
        assertEquals(List.of("0"), installation.query("SELECT count(*) FROM wrap_up WHERE outcome_id = ?", UUID.fromString(sold)));
        assertEquals(List.of("1"), installation.query("SELECT count(*) FROM wrap_up_tag WHERE tag_id = ?", UUID.fromString(big)),
            "the tags go with their wrap-up");
    }

    private List<String> found(String criteria) {
        HttpResponse<String> page = People.get(installation, "api/v1/conversations/search?" + criteria,
            People.cookie(installation, "chae"));
        assertEquals(200, page.statusCode(), page.body());
        try (JsonReader reader = Json.createReader(new StringReader(page.body()))) {
            return reader.readObject().getJsonArray("conversations").getValuesAs(JsonObject.class).stream().map(c -> c.getString("id"))
                .toList();
        }
    }
}
