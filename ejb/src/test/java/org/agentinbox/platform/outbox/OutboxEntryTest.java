package org.agentinbox.platform.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** When something that could not be sent is tried again. */
class OutboxEntryTest {

    private static final Instant NOW = Instant.parse("2026-03-29T00:59:59Z");

    private static OutboxEntry row(Duration lasts) {
        return new OutboxEntry(UUID.randomUUID(), new OutboxMessage("MAIL", "text", NOW.plus(lasts)), NOW);
    }

    @Test
    void pausesDoubleUpToTenMinutes() {
        List<Long> pauses = IntStream.rangeClosed(1, 12).mapToObj(n -> OutboxEntry.pauseAfter(n).toSeconds()).toList();
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 600L, 600L), pauses);
        assertEquals(600, OutboxEntry.pauseAfter(Integer.MAX_VALUE).toSeconds());
    }

    @Test
    void whatIsTakenIsDueAtTheEndOfTheLease() {
        OutboxEntry entry = row(Duration.ofDays(1));
        entry.take(NOW.plusSeconds(60));
        assertEquals(NOW.plusSeconds(60), entry.dueAt());
        assertEquals(1, entry.delivery().attempt());
    }

    @Test
    void whatFailedIsDueAfterThePause() {
        OutboxEntry entry = row(Duration.ofDays(1));
        entry.take(NOW.plusSeconds(60));
        entry.take(NOW.plusSeconds(60));
        assertTrue(entry.retryLater(2, NOW, Duration.ZERO));
        assertEquals(NOW.plusSeconds(2), entry.dueAt());
    }

    @Test
    void whatSomebodyElseHasTakenSinceStaysTheirs() {
        OutboxEntry entry = row(Duration.ofDays(1));
        entry.take(NOW);
        entry.take(NOW.plusSeconds(60));
        assertTrue(entry.retryLater(1, NOW, Duration.ZERO));
        assertEquals(NOW.plusSeconds(60), entry.dueAt());
    }

    @Test
    void whatWouldComeTooLateIsNotTriedAgain() {
        OutboxEntry entry = row(Duration.ofSeconds(1));
        entry.take(NOW.plusSeconds(60));
        assertFalse(entry.retryLater(1, NOW, Duration.ZERO));
        assertTrue(entry.retryLater(1, NOW.minusMillis(1), Duration.ZERO));
    }

    @Test
    void aMachineThatWantsToBeLeftAloneIsLeftAlone() {
        OutboxEntry entry = new OutboxEntry(UUID.randomUUID(), new OutboxMessage("MAIL", "text", NOW.plusSeconds(100)), NOW);
        entry.take(NOW.plusSeconds(60));
        assertTrue(entry.retryLater(1, NOW, Duration.ofSeconds(40)));
        assertEquals(NOW.plusSeconds(40), entry.dueAt());
        assertTrue(entry.retryLater(1, NOW, Duration.ofSeconds(-5)));
        assertEquals(NOW.plusSeconds(1), entry.dueAt());
        assertFalse(entry.retryLater(1, NOW, Duration.ofSeconds(100)));
    }
}
