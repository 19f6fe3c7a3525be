package org.agentinbox.it.conversation;

import static org.agentinbox.it.support.SocketClient.act;
import static org.agentinbox.it.support.SocketClient.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.it.support.Chat;
import org.agentinbox.it.support.Installation;
import org.agentinbox.it.support.SocketClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;

/** Tests that every text is either returned exactly or refused with a reason, and never changed. */
class BadTextIT {

    private static final String EMOJI = "\uD83D\uDE00";
    private static final int LIMIT = 10_000;
    /** Markup, scripts, expressions, direction marks and characters of four bytes, all of which are plain text. */
    private static final List<String> ODD = List.of("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt; &amp; \"'`",
        "\u202Eevil\u202C",
        "\u2066a\u2069\u200F", EMOJI + "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "'); DROP TABLE message; --",
        "${jndi:ldap://x/y} #{1+1} {{7*7}}",
        "%00%0a\\u0000", "\uFFFF\uFFFE", "Z\u0351\u0360a\u0330\u0329l\u035Cg\u0321o");

    private final Installation installation = Installation.shared();
    private Chat chat;

    @BeforeEach
    void begin() {
        chat = Chat.begin(installation, "ben");
    }

    @AfterEach
    void end() {
        chat.close();
    }

    /** Sends a text in JSON's notation, which can express invalid strings that a JSON library would not write. */
    private JsonObject refusalOf(SocketClient from, String json, String code) {
        String clientId = UUID.randomUUID().toString();
        from.sendText(
            "{\"type\":\"message.send\",\"clientId\":\"" + clientId + "\",\"conversationId\":\"" + chat.id() + "\",\"text\":" + json + "}");
        JsonObject error = from.awaitError(code);
        assertEquals(clientId, error.getString("clientId"));
        return error;
    }

    private void assertRefused(String json, String code) {
        refusalOf(chat.visitor(), json, code);
        refusalOf(chat.agent(), json, code);
        assertEquals(0, chat.agentSync().getInt("lastSeq"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \\n\\t\"", "\"\\u00a0\\u3000\"", "\"\\u200b\\u202e\"", "\"\\u3164\""})
    void emptyTextIsRefused(String json) {
        assertRefused(json, "EMPTY_TEXT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\\u0000b\"", "\"\\ud83d\"", "\"\\ude00\\ud83d\"", "\"a\\ud83d b\""})
    void whatCannotBeKeptIsRefused(String json) {
        assertRefused(json, "INVALID_CHARACTERS");
    }

    @Test
    void textOverTheLimitIsRefused() {
        assertRefused("\"" + "a".repeat(LIMIT + 1) + "\"", "TEXT_TOO_LONG");
        assertRefused("\"" + EMOJI.repeat(LIMIT + 1) + "\"", "TEXT_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "가", EMOJI})
    void textAtTheLimitIsKept(String sign) {
        String text = sign.repeat(LIMIT);
        assertEquals(1, chat.visitorSays(text).getInt("seq"));
        assertEquals(text, chat.agent().await("message").getString("text"));
        assertEquals(2, chat.agentSays(text).getInt("seq"));
        assertEquals(text, chat.visitor().await("message").getString("text"));
        assertEquals(List.of(Integer.toString(LIMIT), Integer.toString(LIMIT)),
            installation.query("SELECT char_length(text) FROM message WHERE conversation_id = ?::uuid", chat.id()));
    }

    @Test
    void oddTextIsText() {
        ODD.forEach(text -> {
            chat.visitorSays(text);
            assertEquals(text, chat.agent().await("message").getString("text"));
            chat.agentSays(text);
            assertEquals(text, chat.visitor().await("message").getString("text"));
        });
        JsonArray stored = chat.visitorSync().getJsonArray("messages");
        assertEquals(ODD.stream().flatMap(t -> List.of(t, t).stream()).toList(),
            stored.getValuesAs(JsonObject.class).stream().map(m -> m.getString("text")).toList());
        assertEquals(stored.size(), chat.agentSync().getJsonArray("messages").size());
    }

    @Test
    void oddFieldsAreText() {
        for (String field : List.of("name", "jobTitle", "company", "phone")) {
            ODD.stream().filter(t -> t.codePointCount(0, t.length()) <= 50).forEach(text -> assertKept(field, text));
        }
        assertKept("email", "\u202E" + EMOJI + "<b>@example.com");
    }

    private void assertKept(String field, String text) {
        chat.visitor().send(frame("identify").add(field, text)).await("identified");
        assertEquals(text, chat.agent().await("visitor").getJsonObject("visitor").getString(field));
    }

    @Test
    void whatAFieldCannotHoldIsRefusedByItsName() {
        List<String> bad = List.of("a\\u0000b", "\\ud83d", "a\\nb", "\\u001b[31m", "x".repeat(400));
        for (String field : List.of("name", "jobTitle", "company", "phone", "email")) {
            for (String json : bad) {
                chat.visitor().sendText("{\"type\":\"identify\",\"" + field + "\":\"" + json + "\"}");
                assertEquals(field, chat.visitor().awaitError("INVALID_FIELD").getString("field"));
            }
        }
        chat.visitor().send(frame("identify").add("email", "nobody")).awaitError("INVALID_FIELD");
        assertEquals("Vera", chat.agentSync().getJsonObject("conversation").getJsonObject("visitor").getString("name"));
    }

    @Test
    void nonsenseAboutTheBrowserIsDropped() {
        String token = token();
        Map<String, String> nonsense = Map.of("page", "javascript:alert(1)", "locale", "<script>", "timeZone", "Mars/Olympus");
        for (String bad : List.of("", "<script>", "a\\u0000b", "\\ud83d", "\\u202e", EMOJI, "x".repeat(3_000))) {
            chat.visitor().sendText("{\"type\":\"hello\",\"token\":\"" + token + "\",\"page\":\"" + bad + "\",\"locale\":\"" + bad
                + "\",\"timeZone\":\"" + bad + "\"}");
            assertEquals(chat.id(), chat.visitor().await("welcome").getJsonObject("conversation").getString("id"));
            assertNothingKnownOfTheBrowser();
        }
        chat.visitor().send(frame("hello").add("token", token).add("page", nonsense.get("page")).add("locale", nonsense.get("locale"))
            .add("timeZone", nonsense.get("timeZone"))).await("welcome");
        assertNothingKnownOfTheBrowser();
    }

    private String token() {
        return chat.visitor().all("welcome").get(0).getString("token");
    }

    private void assertNothingKnownOfTheBrowser() {
        JsonObject visitor = chat.agentSync().getJsonObject("conversation").getJsonObject("visitor");
        assertTrue(visitor.isNull("page") && visitor.isNull("locale") && visitor.isNull("timeZone"), visitor.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "<script>", "a\\u0000b", "\\ud83d", "0190c0de-0000-7000-8000-00000000000",
        "0190c0de00000-7000-8000-000-00000000",
        "' OR 1=1 --"})
    void aClientIdIsAUuid(String json) {
        chat.visitor().sendText("{\"type\":\"message.send\",\"clientId\":\"" + json + "\",\"text\":\"Hello\"}");
        assertEquals("clientId", chat.visitor().awaitError("INVALID_FIELD").getString("field"));
        chat.agent().sendText(
            "{\"type\":\"message.send\",\"conversationId\":\"" + chat.id() + "\",\"clientId\":\"" + json + "\",\"text\":\"Hello\"}");
        assertEquals("clientId", chat.agent().awaitError("INVALID_FIELD").getString("field"));
        assertEquals(0, chat.agentSync().getInt("lastSeq"));
    }

    @Test
    void aMessageWithoutClientIdIsRefused() {
        chat.visitor().send(frame("message.send").add("text", "Hello")).awaitError("INVALID_FIELD");
        chat.agent().send(frame("message.send").add("conversationId", chat.id()).add("text", "Hello")).awaitError("INVALID_FIELD");
    }

    @Test
    void aMessageIntoAnEndedChatIsRefused() {
        chat.end();
        chat.agent().await("chat.ended");
        chat.visitor().send(act("message.send").add("text", "Still there?")).awaitError("CHAT_ENDED");
        chat.agent().send(act("message.send").add("conversationId", chat.id()).add("text", "Still there?")).awaitError("CHAT_ENDED");
        assertEquals(0, chat.visitorSync().getInt("lastSeq"));
    }
}
