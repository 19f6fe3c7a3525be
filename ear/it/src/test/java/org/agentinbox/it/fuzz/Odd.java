package org.agentinbox.it.fuzz;

import java.util.List;

/** Values that programs stumble over. */
final class Odd {

    private static final int TOO_LONG = 10_001;
    private static final int DEEP = 3_000;
    private static final int MORE_THAN_A_FRAME = 70_000;

    private static final List<String> TEXTS = List.of("", " ", "\u0000", "a\u0000b", "\uD83D", "\uDE00\uD83D", "a\nb\r\nX: y", "\u001B[31m",
        "\uFEFF", "\uFFFF\uFFFE", "\u202Eevil\u202C", "\u200B", "\u3164", "\uD83D\uDE00\uD83D\uDC68\u200D\uD83D\uDC69", "가나다 안녕",
        "<script>alert(1)</script>", "'); DROP TABLE message; --", "' OR 1=1 --", "${jndi:ldap://x/y} #{1+1} {{7*7}}", "%00%0a%zz", "%",
        "../../etc/passwd", "..", ".", "a/b", "a;b=c", "a\\b", "null", "undefined", "true", "NaN", "-1", "0", "1e999999999",
        "9223372036854775808", "99999999999999999999999999", "0x10", "1.5", "١٢٣",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "0-0-0-0-0",
        "0190c0de00000-7000-8000-000-00000000", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF", "2026-13-45T99:99:99Z",
        "+999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z", "+1000000000-01-01T00:00:00Z", "0000-00-00", "2026-02-30", "-4713-01-01", "294277-01-01",
        "9999-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59Z", "2026-01-01T00:00:00+18:00", "a@b", "@", "a@b@c", "\"a b\"@example.com",
        "x@" + "e".repeat(320), "http://", "http://[::1", "javascript:alert(1)", "file:///etc/passwd", "http://127.0.0.1:1/x", "*", "(",
        "[",
        "a OR b", "\"a", "a:*", "&|!<->", "=1+1", "+1", "\u0130I\u0131i\u00DF", "Z\u0351\u0360a\u0330", "Mars/Olympus", "UTC+25",
        "GMT+99:99",
        "SystemV/PST8PDT", "en-US-x-" + "a".repeat(9), "root", "x".repeat(41), "x".repeat(201), "x".repeat(321), "x".repeat(TOO_LONG),
        "\uD83D\uDE00".repeat(TOO_LONG / 2), "(".repeat(2_000), "a ".repeat(2_000), "http://a.".repeat(500));

    private static final List<String> JSON = List.of("null", "true", "false", "0", "-0", "-1", "1", "1.5", "1e5", "1E400", "-1e-400",
        "1e999999999", "1e-999999999", "1e99999999999999999999", "2147483647", "2147483648", "-2147483649", "9223372036854775808",
        "9".repeat(2_000), "0." + "1".repeat(2_000), "01", "+1", ".5", "1.", "NaN", "Infinity", "[]", "{}", "[null]", "{\"a\":{\"b\":[1]}}",
        "\"\\ud83d\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\x\"", "\"\\u12\"", "\"a", "'a'", "a", "", ",", "//", "/**/1", "\"\t\"",
        "\"\n\"",
        "[" + "[".repeat(DEEP), "[".repeat(DEEP) + "]".repeat(DEEP), "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));

    private Odd() {}

    static String text(Chance chance) {
        return chance.oneIn(400) ? "x".repeat(MORE_THAN_A_FRAME) : chance.of(TEXTS);
    }

    static Object value(Chance chance) {
        return chance.oneIn(2) ? text(chance) : new Raw(chance.of(JSON));
    }
}
