package org.agentinbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** Which passwords are refused: short and common ones, not those without a digit. */
class PasswordsTest {

    private static RefusedException refused(String password, String userName) {
        return assertThrows(RefusedException.class, () -> Passwords.requireStrong(password, userName));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "8characters+2", "열두글자로된비밀번호입니다", "          x y z", "with\ttab and \uD83D\uDE00"})
    void longOnesAreStrong(String password) {
        Passwords.requireStrong(password, "silva");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
        strings = {"demo", "nine char", "Password123", "qwertyUIOP", "aaaaaaaaaaaa", "abcabcabcabc", "silva-silva-1", "my name is SILVA",
            "\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02\uD83D\uDE03\uD83D\uDE04"})
    void weakOnesAreRefused(String password) {
        RefusedException refused = refused(password, "silva");
        assertEquals(Refusal.WEAK_PASSWORD, refused.refusal());
        assertFalse(password != null && !password.isEmpty() && refused.getMessage().contains(password));
    }

    @Test
    void lengthHasLimits() {
        Passwords.requireStrong("abcdefghij", "silva");
        Passwords.requireStrong("abcd".repeat(50), "silva");
        refused("abcdefghi", "silva");
        refused("abcd".repeat(50) + "e", "silva");
    }

    @Test
    void aUserNameOfAFewLettersMayOccurInAPassword() {
        Passwords.requireStrong("correct horse battery", "o");
        Passwords.requireStrong("correct horse battery", "hor");
        refused("correct horse battery", "horse");
    }
}
