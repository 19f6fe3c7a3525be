package org.agentinbox.web.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The token in a Cookie header. */
class SignInCookieTest {

    @ParameterizedTest
    @ValueSource(
        strings = {"agentinbox-sign-in=abc", "a=b; agentinbox-sign-in=abc", "agentinbox-sign-in=abc;a=b", " agentinbox-sign-in=abc ;a",
            "agentinbox-sign-in-x=1; xagentinbox-sign-in=2; agentinbox-sign-in=abc"})
    void isFoundAmongOthers(String header) {
        assertEquals(Optional.of("abc"), SignInCookie.token(header));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
        strings = {";", "=", "agentinbox-sign-in", "agentinbox-sign-in-x=abc", "xagentinbox-sign-in=abc", "a=agentinbox-sign-in=abc",
            "AGENTINBOX-SIGN-IN=abc"})
    void isNotFoundElsewhere(String header) {
        assertEquals(Optional.empty(), SignInCookie.token(header));
    }

    @Test
    void theFirstOneCounts() {
        assertEquals(Optional.of("abc"), SignInCookie.token("agentinbox-sign-in=abc; agentinbox-sign-in=def"));
    }
}
