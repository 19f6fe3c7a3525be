package org.agentinbox.platform.securitylog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An event is one line of keys and values, whatever somebody typed. */
class SecurityEventTest {

    private static final UUID ID = UUID.fromString("0192f0c1-0000-7000-8000-000000000001");

    private static String line(String value) {
        return SecurityEvent.of("test").with("value", value).line();
    }

    @Test
    void keysAndValuesStandInTheOrderInWhichTheyCame() {
        assertEquals("event=role account=" + ID + " roles=A+B by=server address=2001:db8::1",
            SecurityEvent.of("role").with("account", ID).with("roles", Set.of("B", "A")).by(null).from("2001:db8::1").line());
        assertEquals("event=role account=none", SecurityEvent.of("role").with("account", (UUID) null).line());
    }

    @ParameterizedTest
    @CsvSource({"ana, ana", "ana@example.com, ana@example.com", "two words, '\"two words\"'", "a=b, '\"a=b\"'", "'', '\"\"'",
        "say \"hi\", '\"say \\\"hi\\\"\"'", "back\\slash, '\"back\\\\slash\"'", "안나, '\"안나\"'"})
    void whatIsNoPlainWordIsQuoted(String value, String written) {
        assertEquals("event=test value=" + written, line(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\u0000", "\u001b[2J", "\u0085", "\u2028", "\u2029", "\u202E", "\uD83D", "\uDE00", "\u200B",
        "\u007F", "\t"})
    void nothingEndsTheLineOrTurnsIt(String odd) {
        String line = line("root" + odd + "FAKE event=sign-in");
        assertEquals(1, line.lines().count());
        assertFalse(line.contains(odd.substring(0, 1)), line);
        assertEquals(String.format("event=test value=\"root\\u%04x", (int) odd.charAt(0)), line.substring(0, line.indexOf("root") + 10));
    }

    @Test
    void aQuoteDoesNotLeaveTheValue() {
        assertEquals("event=test value=\"x\\\" event=\\\"sign-in\\\\\"", line("x\" event=\"sign-in\\"));
    }

    @Test
    void longValuesAreCutBetweenCharacters() {
        assertEquals("event=test value=\"" + "\uD83D\uDE00".repeat(200) + "…\"", line("\uD83D\uDE00".repeat(201)));
        assertEquals("event=test value=\"" + "x".repeat(200) + "…\"", line("x".repeat(60_000)));
    }

    @Test
    void theAddressIsTheOneOfTheRequest() throws Exception {
        assertEquals("event=test key=value address=192.0.2.7",
            ClientAddress.during("192.0.2.7", () -> SecurityEvent.of("test").with("key", "value").line()));
        assertEquals("event=test", SecurityEvent.of("test").line());
    }
}
