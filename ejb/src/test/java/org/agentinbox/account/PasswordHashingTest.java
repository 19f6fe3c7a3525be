package org.agentinbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;

/** Passwords are hashed a few at a time; who comes too many is told at once. */
class PasswordHashingTest {

    private final PasswordHashing hashing = new PasswordHashing(2);

    private void refused() {
        assertEquals(Refusal.BUSY, assertThrows(RefusedException.class, hashing::permitForStranger).refusal());
    }

    @Test
    void whoComesTooManyIsRefusedUntilOneIsDone() {
        PasswordHashing.Permit first = hashing.permitForStranger();
        hashing.permitForStranger();
        refused();
        first.close();
        hashing.permitForStranger();
        refused();
    }

    @Test
    void aPermitIsGivenBackOnce() {
        PasswordHashing.Permit first = hashing.permitForStranger();
        hashing.permitForStranger();
        first.close();
        first.close();
        hashing.permitForStranger();
        refused();
    }

    @Test
    void strangersUseUpNoPermitsOfThoseWhoAreKnown() {
        hashing.permitForStranger();
        hashing.permitForStranger();
        refused();
        hashing.permitForKnown();
        hashing.permitForKnown();
        assertThrows(RefusedException.class, hashing::permitForKnown);
    }
}
