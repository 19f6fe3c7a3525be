package org.agentinbox.platform;

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
class OutboxRowTest {

    private static final Instant NOW = Instant.parse("2026-03-29T00:59:59Z");

    private static OutboxRow row(Duration lasts) {
        return new OutboxRow(UUID.randomUUID(), new Outgoing("MAIL", "text", NOW.plus(lasts)), NOW);
    }

    @Test
    void pausesDoubleUpToTenMinutes() {
        List<Long> pauses = IntStream.rangeClosed(1, 12).mapToObj(n -> OutboxRow.pauseAfter(n).toSeconds()).toList();
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 600L, 600L), pauses);
        assertEquals(600, OutboxRow.pauseAfter(Integer.MAX_VALUE).toSeconds());
    }

    @Test
    void whatIsTakenIsDueAtTheEndOfTheLease() {
        OutboxRow row = row(Duration.ofDays(1));
        row.take(NOW.plusSeconds(60));
        assertEquals(NOW.plusSeconds(60), row.dueAt());
        assertEquals(1, row.parcel().attempt());
    }

    @Test
    void whatFailedIsDueAfterThePause() {
        OutboxRow row = row(Duration.ofDays(1));
        row.take(NOW.plusSeconds(60));
        row.take(NOW.plusSeconds(60));
        assertTrue(row.retryLater(2, NOW, Duration.ZERO));
        assertEquals(NOW.plusSeconds(2), row.dueAt());
    }

    @Test
    void whatSomebodyElseHasTakenSinceStaysTheirs() {
        OutboxRow row = row(Duration.ofDays(1));
        row.take(NOW);
        row.take(NOW.plusSeconds(60));
        assertTrue(row.retryLater(1, NOW, Duration.ZERO));
        assertEquals(NOW.plusSeconds(60), row.dueAt());
    }

    @Test
    void whatWouldComeTooLateIsNotTriedAgain() {
        OutboxRow row = row(Duration.ofSeconds(1));
        row.take(NOW.plusSeconds(60));
        assertFalse(row.retryLater(1, NOW, Duration.ZERO));
        assertTrue(row.retryLater(1, NOW.minusMillis(1), Duration.ZERO));
    }

    @Test
    void aMachineThatWantsToBeLeftAloneIsLeftAlone() {
        OutboxRow row = new OutboxRow(UUID.randomUUID(), new Outgoing("MAIL", "text", NOW.plusSeconds(100)), NOW);
        row.take(NOW.plusSeconds(60));
        assertTrue(row.retryLater(1, NOW, Duration.ofSeconds(40)));
        assertEquals(NOW.plusSeconds(40), row.dueAt());
        assertTrue(row.retryLater(1, NOW, Duration.ofSeconds(-5)));
        assertEquals(NOW.plusSeconds(1), row.dueAt());
        assertFalse(row.retryLater(1, NOW, Duration.ofSeconds(100)));
    }
}
