package org.agentinbox.account.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.agentinbox.platform.SecretBox;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final SecretBox BOX = new SecretBox(new byte[32]);

    private static final Attempt BEGUN = new Attempt("corp", "state", "nonce", "verifier", "/inbox/?c=1\n2",
        NOW.plus(Attempt.LIFE).getEpochSecond());

    @Test
    void whatABrowserKeepsIsReadAgain() {
        assertEquals(Optional.of(BEGUN), Attempt.open(BEGUN.sealed(BOX), BOX, NOW));
    }

    @Test
    void itsTimeEnds() {
        String sealed = BEGUN.sealed(BOX);
        assertEquals(Optional.of(BEGUN), Attempt.open(sealed, BOX, NOW.plus(Attempt.LIFE).minusSeconds(1)));
        assertEquals(Optional.empty(), Attempt.open(sealed, BOX, NOW.plus(Attempt.LIFE)));
        assertEquals(Duration.ofMinutes(10), Attempt.LIFE);
    }

    @Test
    void whatIsNotOursIsNothing() {
        byte[] other = new byte[32];
        other[0] = 1;
        String sealed = BEGUN.sealed(BOX);
        String changed = (sealed.charAt(20) == 'A' ? 'B' : 'A') + "";
        for (String kept : List.of("", "nonsense", "a b", sealed + "x", sealed.substring(2),
            sealed.substring(0, 20) + changed + sealed.substring(21))) {
            assertEquals(Optional.empty(), Attempt.open(kept, BOX, NOW), kept);
        }
        assertEquals(Optional.empty(), Attempt.open(null, BOX, NOW));
        assertEquals(Optional.empty(), Attempt.open(sealed, new SecretBox(other), NOW));
    }

    @Test
    void itsSecretsAreInNoLog() {
        assertFalse(BEGUN.toString().contains("verifier"));
    }
}
