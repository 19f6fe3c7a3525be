package org.agentinbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a sign-in ends by itself. */
class SignInTest {

    private static final Instant OPENED = Instant.parse("2026-11-28T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT0S, true", "PT29M59.999S, true", "PT30M, false", "PT11H, false", "PT12H, false"})
    void oneThatIsNotUsedEndsEarly(Duration after, boolean inForce) {
        assertEquals(inForce, signIn(OPENED.plus(Duration.ofHours(12))).isInForce(OPENED.plus(after), Duration.ofMinutes(30)));
    }

    @ParameterizedTest
    @CsvSource({"PT9M59.999S, true", "PT10M, false", "PT20M, false"})
    void useDoesNotMakeItLonger(Duration after, boolean inForce) {
        assertEquals(inForce, signIn(OPENED.plus(Duration.ofMinutes(10))).isInForce(OPENED.plus(after), Duration.ofMinutes(30)));
    }

    private static SignIn signIn(Instant expiresAt) {
        return new SignIn(UUID.randomUUID(), new byte[32], UUID.randomUUID(), OPENED, expiresAt, new SignInClient(null, null, null),
            SignInMethod.PASSWORD);
    }
}
