package org.agentinbox.site;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key may do, until when, and for whom. */
class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID MAKER = UUID.randomUUID();

    private static ApiKey key(NewKey wanted) {
        return new ApiKey(UUID.randomUUID(), wanted, "aik_0123456789", MAKER, NOW);
    }

    private static ApiKey forAYear() {
        return key(new NewKey("CRM", Set.of(KeyScope.READ), 12));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T12:00:00Z, true, VALID", "2027-01-30T11:59:59Z, true, VALID", "2027-01-30T12:00:00Z, true, ENDING",
        "2027-03-01T11:59:59Z, true, ENDING", "2027-03-01T12:00:00Z, true, ENDED", "2027-03-01T12:00:00Z, false, ENDED",
        "2026-03-01T12:00:00Z, false, OWNERLESS", "2027-02-20T12:00:00Z, false, OWNERLESS"})
    void theTimeAndTheOwnerDecide(Instant at, boolean ownerIsAdministrator, KeyState expected) {
        assertEquals(expected, forAYear().state(at, ownerIsAdministrator));
    }

    @Test
    void whatIsRevokedStaysSo() {
        ApiKey key = forAYear();
        key.revoke(NOW.plusSeconds(1));
        key.revoke(NOW.plusSeconds(2));
        assertEquals(KeyState.REVOKED, key.state(NOW, true));
        assertEquals(NOW.plusSeconds(1), key.view(null, null, KeyState.REVOKED).revokedAt());
        assertThrows(RefusedException.class, () -> key.takeOver(UUID.randomUUID(), NOW));
    }

    @Test
    void whoTakesItOverIsItsOwner() {
        ApiKey key = forAYear();
        UUID other = UUID.randomUUID();
        assertEquals(MAKER, key.ownerId());
        key.takeOver(other, NOW);
        assertEquals(other, key.ownerId());
        assertEquals(MAKER, key.createdBy());
        Instant end = NOW.plus(Duration.ofDays(365));
        assertEquals(Refusal.NOT_ALLOWED, assertThrows(RefusedException.class, () -> key.takeOver(MAKER, end)).refusal());
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void onlyAValidOneServesItsScope(KeyState state) {
        if (state.isValid()) {
            assertDoesNotThrow(() -> forAYear().require(KeyScope.READ, state));
            assertEquals(Refusal.NOT_ALLOWED,
                assertThrows(RefusedException.class, () -> forAYear().require(KeyScope.VISITORS, state)).refusal());
        } else {
            assertEquals(Refusal.WRONG_KEY, assertThrows(RefusedException.class, () -> forAYear().require(KeyScope.READ, state)).refusal());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 25, Integer.MAX_VALUE})
    void noneWorksForEver(int months) {
        NewKey wanted = new NewKey("CRM", Set.of(KeyScope.READ), months);
        assertEquals("months", assertThrows(RefusedException.class, () -> key(wanted)).field());
    }

    @Test
    void noneIsWithoutScopeOrName() {
        assertEquals("scopes", assertThrows(RefusedException.class, () -> key(new NewKey("CRM", Set.of(), 12))).field());
        assertEquals("name", assertThrows(RefusedException.class, () -> key(new NewKey(" ", Set.of(KeyScope.READ), 12))).field());
    }
}
