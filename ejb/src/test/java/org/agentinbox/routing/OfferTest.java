package org.agentinbox.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An offer is answered once, and before it lapses. */
class OfferTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LAPSES = NOON.plusSeconds(100);
    private Offer offer;

    @BeforeEach
    void offered() {
        offer = new Offer(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), NOON, LAPSES);
    }

    private void assertGone(Instant at) {
        assertEquals(Refusal.OFFER_GONE, assertThrows(RefusedException.class, () -> offer.answer(OfferState.ACCEPTED, at)).refusal());
    }

    @Test
    void waitsAtFirst() {
        assertTrue(offer.isPending());
        assertEquals(LAPSES, offer.expiresAt());
    }

    @Test
    void canBeAnsweredUntilTheLastInstant() {
        offer.answer(OfferState.ACCEPTED, LAPSES.minusNanos(1_000));
        assertEquals(OfferState.ACCEPTED, offer.state());
        assertFalse(offer.isPending());
    }

    @Test
    void isGoneAtTheInstantAtWhichItLapses() {
        assertGone(LAPSES);
        assertTrue(offer.isPending());
    }

    @ParameterizedTest
    @EnumSource(names = "PENDING", mode = EnumSource.Mode.EXCLUDE)
    void isAnsweredOnce(OfferState how) {
        offer.close(how, NOON);
        assertGone(NOON.plusSeconds(1));
        assertEquals(how, offer.state());
    }

    @Test
    void aTransferNamesWhoHasTheChatAndIsAnsweredLikeAnyOther() {
        UUID ana = UUID.randomUUID();
        UUID ben = UUID.randomUUID();
        Offer transfer = Offer.transfer(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), ana, ben, NOON, LAPSES);
        assertTrue(transfer.isTransfer());
        assertFalse(offer.isTransfer());
        assertEquals(ana, transfer.fromAgentId());
        assertEquals(ben, transfer.agentId());
        transfer.answer(OfferState.CANCELLED, LAPSES.minusNanos(1_000));
        assertEquals(OfferState.CANCELLED, transfer.state());
        assertThrows(RefusedException.class, () -> transfer.answer(OfferState.ACCEPTED, NOON));
    }
}
