package org.agentinbox.account.passkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;

import org.junit.jupiter.api.Test;

class ChallengeSignerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant END = NOW.plus(ChallengeSigner.LIFE);

    private final ChallengeSigner signer = new ChallengeSigner(new byte[]{1, 2, 3});
    private final byte[] challenge = signer.next("sign-in", NOW);

    @Test
    void itIsValidForFiveMinutesAndNotLonger() {
        assertTrue(signer.isValid(challenge, "sign-in", NOW));
        assertTrue(signer.isValid(challenge, "sign-in", END.minusSeconds(1)));
        assertFalse(signer.isValid(challenge, "sign-in", END));
        assertEquals(END.getEpochSecond(), ChallengeSigner.expiry(challenge));
    }

    @Test
    void itIsForOnePurpose() {
        assertFalse(signer.isValid(challenge, "add 1", NOW));
        assertFalse(signer.isValid(challenge, "", NOW));
    }

    @Test
    void anotherNodeWithTheSameSecretTakesIt() {
        assertTrue(new ChallengeSigner(new byte[]{1, 2, 3}).isValid(challenge, "sign-in", NOW));
        assertFalse(new ChallengeSigner(new byte[]{1, 2, 4}).isValid(challenge, "sign-in", NOW));
    }

    @Test
    void whateverIsChangedMakesItInvalid() {
        for (int i = 0; i < challenge.length; i++) {
            byte[] changed = challenge.clone();
            changed[i] ^= 1;
            assertFalse(signer.isValid(changed, "sign-in", NOW), "byte " + i);
        }
        assertFalse(signer.isValid(Arrays.copyOf(challenge, challenge.length - 1), "sign-in", NOW));
        assertFalse(signer.isValid(new byte[0], "sign-in", NOW));
        assertFalse(signer.isValid(null, "sign-in", NOW));
    }

    @Test
    void noTwoAreTheSame() {
        assertFalse(Arrays.equals(challenge, signer.next("sign-in", NOW)));
    }
}
