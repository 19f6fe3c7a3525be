package org.agentinbox.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CannedAnswerTest {

    @ParameterizedTest
    @CsvSource({"ship,ship", "/ship,ship", "' Ship-2_a ',ship-2_a", "배송,배송", "ÄRGER,ärger", "7,7"})
    void shortcutsAreStoredInOneWay(String typed, String stored) {
        assertEquals(stored, CannedAnswer.shortcut(typed));
    }

    @Test
    void lettersThatAreComposedInAnotherWayAreTheSame() {
        assertEquals("한", CannedAnswer.shortcut("\u1112\u1161\u11AB"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "/", "//a", "-a", "a b", "a/b", "a\nb", "=1", "a\u0000", "12345678901234567890123456789012345678901"})
    void whatCannotBeTypedAfterASlashIsNoShortcut(String typed) {
        assertEquals("shortcut", assertThrows(RefusedException.class, () -> CannedAnswer.shortcut(typed)).field());
    }

    @Test
    void textsAreKeptAsTypedButForTheBreaksOfOtherSystems() {
        assertEquals(" a\n\nb\n {visitor.name}", CannedAnswer.text(" a\r\n\rb\n {visitor.name}"));
        String longest = "😀".repeat(CannedAnswer.LONGEST_TEXT);
        assertEquals(longest, CannedAnswer.text(longest));
        assertEquals(Refusal.TEXT_TOO_LONG, assertThrows(RefusedException.class, () -> CannedAnswer.text(longest + "a")).refusal());
        assertEquals(Refusal.EMPTY_TEXT, assertThrows(RefusedException.class, () -> CannedAnswer.text(" \n")).refusal());
        assertEquals("text", assertThrows(RefusedException.class, () -> CannedAnswer.text("Hello {visitor.nmae}")).field());
    }
}
