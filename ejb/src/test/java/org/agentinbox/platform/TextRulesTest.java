package org.agentinbox.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Text is kept exactly or refused. */
class TextRulesTest {

    private static final String EMOJI = "\uD83D\uDE00";

    private static Refusal refusal(String text, int limit) {
        return assertThrows(RefusedException.class, () -> TextRules.message(text, limit)).refusal();
    }

    private static RefusedException refusedLine(String value) {
        return assertThrows(RefusedException.class, () -> TextRules.line("name", value, 20));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
        strings = {" ", "\n\t\r ", "\u00A0", "\u3000", "\u200B", "\u200D", "\u202E", "\uFEFF", "\u2060", "\u3164", "\u115F\u1160", "\u2800",
            "\u0001", "\u2028", "\uFE0F", " \u200B\n\u3164 "})
    void whatShowsNothingIsEmpty(String text) {
        assertEquals(Refusal.EMPTY_TEXT, refusal(text, 100));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\n\t\r ", "\u00A0", "\u3000", "\u200B", "\u202E", "\uFEFF", "\u3164", "\u2800"})
    void aLineThatShowsNothingIsNone(String value) {
        assertNull(TextRules.line("name", value, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "0", EMOJI, "\u202Eabc", "가", "ㄱ", "<script>alert(1)</script>", "a\u0001", "  a\n\tb  ",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67"})
    void whatShowsSomethingIsKeptAsItIs(String text) {
        assertSame(text, TextRules.message(text, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0000", "\uD83D", "a\uD83D", "\uDE00a", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
    void whatNoDatabaseKeepsIsRefused(String text) {
        assertEquals(Refusal.INVALID_CHARACTERS, refusal(text, 100));
        assertEquals("name", refusedLine(text).field());
    }

    @Test
    void theLimitCountsCharactersNotHalves() {
        assertEquals(20_000, TextRules.message(EMOJI.repeat(10_000), 10_000).length());
        assertEquals(Refusal.TEXT_TOO_LONG, refusal(EMOJI.repeat(10_001), 10_000));
        assertEquals(Refusal.TEXT_TOO_LONG, refusal("aaaa", 3));
        assertEquals("aaa", TextRules.message("aaa", 3));
        assertEquals(EMOJI.repeat(20), TextRules.line("name", EMOJI.repeat(20), 20));
        assertEquals(Refusal.INVALID_FIELD, refusedLine(EMOJI.repeat(21)).refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\tb", "a\u0000b", "a\u007Fb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u001B[31m"})
    void aLineHasNoControlCharacters(String value) {
        RefusedException refused = refusedLine(value);
        assertEquals(Refusal.INVALID_FIELD, refused.refusal());
        assertTrue(refused.getMessage().startsWith("name: "));
    }

    @Test
    void aLineIsStripped() {
        assertEquals("Vera B", TextRules.line("name", " \n Vera B\t", 20));
        assertEquals("\u202Eabc", TextRules.line("name", "\u202Eabc", 20));
    }

    /** All of Unicode, and halves of it, with a liking for what is special. */
    @Provide
    Arbitrary<String> anyText() {
        Arbitrary<String> special = Arbitraries.of("\u0000", "\uD83D", "\uDE00", EMOJI, "\u202E", "\u200B", "\n", " ", "<b>", "가",
            "\uFFFF");
        Arbitrary<String> any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT).map(Character::toString);
        return Arbitraries.oneOf(special, any).list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Property
    void whatIsAcceptedComesBackUnchangedAndCanBeStored(@ForAll("anyText") String text) {
        try {
            assertEquals(text, TextRules.message(text, 10));
        } catch (RefusedException e) {
            assertEquals(slowVerdict(text), e.refusal());
            return;
        }
        assertNull(slowVerdict(text));
        assertEquals(text, new String(text.getBytes(UTF_8), UTF_8));
    }

    /** What the rules say, said another way; the order is the order in which they are looked at. */
    private static Refusal slowVerdict(String text) {
        int length = 0;
        boolean shows = false;
        boolean broken = false;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i)), length++) {
            int c = text.codePointAt(i);
            String one = Character.toString(c);
            broken |= c == 0 || c >= 0xD800 && c <= 0xDFFF;
            shows |= c == 0
                || !one.matches("[\\s\\p{Z}\\p{Cf}\\p{Cc}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{2800}\\x{34F}\\x{FE0E}\\x{FE0F}]");
        }
        return !shows ? Refusal.EMPTY_TEXT : length > 10 ? Refusal.TEXT_TOO_LONG : broken ? Refusal.INVALID_CHARACTERS : null;
    }

    @Property
    void aLineThatIsAcceptedStaysSo(@ForAll("anyText") String value) {
        try {
            String line = TextRules.line("name", value, 10);
            assertEquals(line, TextRules.line("name", line, 10));
            assertTrue(line == null || line.equals(value.strip()));
        } catch (RefusedException e) {
            assertEquals(Refusal.INVALID_FIELD, e.refusal());
        }
    }
}
