package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may send, and what of it is no frame. */
class JsonMessageTest {

    private static JsonMessage member(String json) {
        return JsonMessage.parse("{\"type\":\"x\",\"m\":" + json + "}");
    }

    private static void assertFieldRefused(org.junit.jupiter.api.function.Executable act) {
        RefusedException refused = assertThrows(RefusedException.class, act);
        assertEquals(Refusal.INVALID_FIELD, refused.refusal());
        assertEquals("m", refused.field());
    }

    @Test
    void membersAreRead() {
        UUID id = UUID.randomUUID();
        JsonMessage frame = JsonMessage
            .parse(" {\"type\":\"x\",\"t\":\"a\\u0000\\ud83d\",\"id\":\"" + id + "\",\"n\":7,\"on\":true,\"unknown\":{\"a\":[1]}} ");
        assertEquals("x", frame.type());
        assertEquals("a\u0000\uD83D", frame.text("t"));
        assertEquals(id, frame.id("id"));
        assertEquals(7, frame.count("n"));
        assertTrue(frame.flag("on"));
        assertNull(frame.text("missing"));
        assertEquals(Optional.empty(), frame.optionalId("missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "{", "}", "{}", "[]", "[{\"type\":\"x\"}]", "1", "null", "true", "\"type\"", "{\"type\":1}",
        "{\"type\":null}",
        "{\"type\":[\"x\"]}", "{\"type\":{}}", "{\"Type\":\"x\"}", "{'type':'x'}", "{\"type\":\"x\"", "{\"type\":\"x\",}",
        "{\"type\":\"x\"} x",
        "{\"type\":\"x\"}{\"type\":\"y\"}", "{\"type\":\"a\nb\"}", "\u0000", "\uFEFF{\"type\":\"x\"}", "<xml/>", "{\"type\":\"\\x\"}",
        "{\"type\":NaN}"})
    void everythingElseIsABadFrame(String text) {
        assertThrows(MalformedJsonException.class, () -> JsonMessage.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void deepNestingIsABadFrameToo(String open) {
        assertThrows(MalformedJsonException.class, () -> JsonMessage.parse("{\"type\":\"x\",\"m\":" + open.repeat(10_000)));
        String close = open.equals("[") ? "]" : "}";
        assertThrows(MalformedJsonException.class,
            () -> JsonMessage.parse("{\"type\":\"x\",\"m\":" + open.repeat(5_000) + "1" + close.repeat(5_000) + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[]", "{}"})
    void aTextIsAString(String json) {
        assertThrows(MalformedJsonException.class, () -> member(json).text("m"));
    }

    @Test
    void nullCountsAsMissing() {
        assertNull(member("null").text("m"));
        assertFieldRefused(() -> member("null").id("m"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"1\"", "\"1-1-1-1-1\"", "\"0190c0de-0000-7000-8000-00000000000g\""})
    void anIdIsAUuid(String json) {
        assertFieldRefused(() -> member(json).id("m"));
        assertFieldRefused(() -> member(json).optionalId("m"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2147483647"})
    void aCountIsAWholeNumber(String json) {
        assertEquals(Integer.parseInt(json), member(json).count("m"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "2147483648", "99999999999999999999", "1.5", "1e400", "1E+1000000000", "-0.1", "\"1\"", "null", "true",
        "[1]", "{}"})
    void otherCountsAreRefused(String json) {
        assertFieldRefused(() -> member(json).count("m"));
        assertFieldRefused(() -> JsonMessage.parse("{\"type\":\"x\"}").count("m"));
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertTrue(member("true").flag("m"));
        assertFalse(member("false").flag("m"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "\"true\"", "null", "[]", "{}"})
    void otherFlagsAreRefused(String json) {
        assertFieldRefused(() -> member(json).flag("m"));
        assertFieldRefused(() -> JsonMessage.parse("{\"type\":\"x\"}").flag("m"));
    }

    @Test
    void onlyStringsAreCopied() {
        JsonMessage.Builder copy = JsonMessage.of("error");
        JsonMessage.parse("{\"type\":\"x\",\"a\":\"1\",\"b\":2,\"c\":null}").copyTexts(copy, "a", "b", "c", "d");
        assertEquals("{\"type\":\"error\",\"a\":\"1\"}", copy.toString());
    }

    @Test
    void whatIsSentIsJsonWhateverTheText() {
        String text = "\"</script>\u0000\u2028\uD83D\uDE00\n\\";
        assertEquals(text, JsonMessage.parse(JsonMessage.of("x").with("m", text).toString()).text("m"));
        assertEquals("{\"type\":\"x\",\"m\":null}", JsonMessage.of("x").with("m", (String) null).toString());
        assertEquals("{\"type\":\"x\"}", JsonMessage.of("x").withIfAny("m", null).toString());
    }
}
