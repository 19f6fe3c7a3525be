package org.agentinbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;

import org.agentinbox.platform.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords are refused, and why: short, common and guessable ones, not those without a digit. */
class PasswordRulesTest {

    private static PasswordProblem refused(String password, String userName) {
        WeakPasswordException refused = assertThrows(WeakPasswordException.class, () -> PasswordRules.require(password, userName));
        assertEquals(Refusal.WEAK_PASSWORD, refused.refusal());
        assertFalse(password != null && !password.isEmpty() && refused.getMessage().contains(password));
        return refused.problem();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"correct horse battery", "chosen by a person", "a sentence of my own", "열두글자로된비밀번호입니다", "with\ttab and \uD83D\uDE00",
            "KGzq2vsD9Wxt"})
    void longOnesAreStrong(String password) {
        PasswordRules.require(password, "silva");
    }

    @ParameterizedTest
    @CsvSource({"demo, SHORT", "'', SHORT", "KGzq2vsD9Wx, SHORT", "silva-silva-1, NAME", "my name is SILVA, NAME",
        // Of the list of the 100,000 most common.
        "1qaz2wsx3edc, COMMON", "Q1W2E3R4T5Y6, COMMON", "qwertyqwerty, COMMON", "NICK1234-rem936, COMMON",
        "correcthorsebatterystaple, COMMON",
        "password12345, GUESSABLE", "P@ssw0rd1234!, GUESSABLE", "aaaaaaaaaaaa, COMMON", "abcabcabcabc, GUESSABLE",
        "first password, GUESSABLE", "Summer2026!!, GUESSABLE", "iloveyou iloveyou, GUESSABLE", "agentinbox-1, GUESSABLE"})
    void weakOnesAreRefused(String password, PasswordProblem why) {
        assertEquals(Optional.of(why), PasswordRules.problem(password, "silva"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02\uD83D\uDE03\uD83D\uDE04\uD83D\uDE05", "\u0000", "            \u200B"})
    void oddOnesAreJudgedToo(String password) {
        refused(password, "silva");
    }

    @Test
    void lengthHasLimits() {
        String sentence = "forty blue whales ran up the stairs of my opera house ";
        PasswordRules.require(sentence.repeat(4).substring(0, 128), "silva");
        assertEquals(PasswordProblem.LONG, refused(sentence.repeat(4).substring(0, 129), "silva"));
        assertEquals(PasswordProblem.GUESSABLE, refused("x".repeat(128), "silva"));
    }

    @Test
    void aUserNameOfAFewLettersMayOccurInAPassword() {
        PasswordRules.require("correct horse battery", "o");
        PasswordRules.require("correct horse battery", "hor");
        assertEquals(PasswordProblem.NAME, refused("correct horse battery", "horse"));
    }
}
