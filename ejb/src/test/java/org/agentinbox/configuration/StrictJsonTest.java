package org.agentinbox.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.json.JsonValue;

class StrictJsonTest {

    private static final int MOST = 1 << 20;

    private final Problems problems = new Problems();

    private JsonValue read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonValue read(byte[] bytes) {
        return StrictJson.read(bytes, MOST, problems);
    }

    private List<String> told() {
        return problems.told().stream().map(problem -> problem.reason() + " " + problem.pointer()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"a\":[1,true,false,null,\"\"],\"b\":{\"c\":-12}}", "\"\uD83D\uDE00\"", "7"})
    void soundJsonIsReadAsItIs(String text) {
        assertEquals(text, read("\uFEFF " + text + "\n").toString());
        assertEquals(List.of(), told());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", " ", "{", "{\"a\"}", "{\"a\":1,}", "[1 2]", "{} {}", "{}x", "nul", "'a'", "{\"a\":01}", "\"a\nb\"", "\u0000",
            "{\"a\":\"\u0000\"}", "\"\\u12\"", "\"", "[", "]", "NaN"})
    void whatIsNoJsonIsRefused(String text) {
        assertNull(read(text));
        assertEquals(List.of("NOT_JSON "), told());
    }

    @Test
    void itIsSaidWhereItCeasesToBeJson() {
        read("{\n  \"a\": 1,\n  oops\n}");
        assertEquals("3", problems.told().get(0).arguments().get(0));
    }

    @Test
    void otherEncodingsAreRefused() {
        assertNull(read("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals(List.of("NOT_UTF8 "), told());
    }

    @Test
    void membersThatAreThereTwiceAreTold() {
        read("{\"a\":{\"x/y\":1,\"x/y\":2},\"b\":[{\"c\":1,\"c\":1}],\"a\":3}");
        assertEquals(List.of("DUPLICATE_MEMBER /a/x~1y", "DUPLICATE_MEMBER /b/0/c", "DUPLICATE_MEMBER /a"), told());
    }

    @ParameterizedTest
    @CsvSource({"[,]", "'{\"a\":',}"})
    void deepNestingEndsTheReading(String open, String close) {
        assertNull(read(open.repeat(100_000) + "1" + close.repeat(100_000)));
        assertEquals("TOO_DEEP", problems.told().get(0).reason().name());
    }

    @Test
    void manyValuesEndTheReading() {
        assertNull(read("[" + "0,".repeat(300_000) + "0]"));
        assertEquals(List.of("TOO_MANY /250000"), told().stream().map(one -> one.replace("/249999", "/250000")).toList());
    }

    @Test
    void whatIsTooBigIsNotRead() {
        assertNull(read(new byte[MOST + 1]));
        assertEquals(List.of("TOO_BIG "), told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e5", "1e999999999", "-1e-400", "2147483648"})
    void otherNumbersAreNoneThatAnythingTakes(String number) {
        assertEquals("0.5", read(number).toString());
    }

    @Test
    void numbersOfManyDigitsTakeNoTime() {
        assertEquals("0.5", read("9".repeat(MOST - 10)).toString());
    }
}
