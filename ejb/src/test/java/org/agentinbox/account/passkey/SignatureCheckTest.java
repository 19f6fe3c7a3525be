package org.agentinbox.account.passkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what needs no authenticator; {@code PasskeyIT} has one. */
class SignatureCheckTest {

    private final SignatureCheck check = new SignatureCheck();

    @Test
    void aCounterGoesOnOrIsNone() {
        assertTrue(SignatureCheck.isCounting(0, 0));
        assertTrue(SignatureCheck.isCounting(0, 1));
        assertTrue(SignatureCheck.isCounting(7, 8));
        assertFalse(SignatureCheck.isCounting(7, 7));
        assertFalse(SignatureCheck.isCounting(7, 6));
        assertFalse(SignatureCheck.isCounting(7, 0));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
        strings = {"", "null", "{", "[]", "{}", "\"x\"", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
            "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\","
                + "\"signature\":\"AA\",\"userHandle\":\"AA\",\"attestationObject\":\"oA\"},\"clientExtensionResults\":{}}"})
    void nonsenseIsRefused(String response) {
        assertTrue(check.parse(response).isEmpty());
        assertEquals(Optional.empty(), check.added(response, new RelyingParty("localhost", null), challenge -> true));
    }
}
