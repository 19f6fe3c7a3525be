package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** So many frames a second, with a reserve. */
class RateLimitTest {

    private final MovedClock clock = new MovedClock();
    private final RateLimit limit = new RateLimit(clock, 20, 100);

    private long allowedOf(int frames) {
        return IntStream.range(0, frames).filter(i -> limit.allows()).count();
    }

    @Test
    void theReserveIsThereAtFirst() {
        assertEquals(100, allowedOf(1_000));
    }

    @Test
    void timeBringsNewOnes() {
        allowedOf(1_000);
        clock.move(Duration.ofSeconds(1));
        assertEquals(20, allowedOf(1_000));
        clock.move(Duration.ofMillis(49));
        assertFalse(limit.allows());
        clock.move(Duration.ofMillis(1));
        assertTrue(limit.allows());
    }

    @Test
    void theReserveDoesNotGrowBeyondItself() {
        clock.move(Duration.ofDays(1));
        assertEquals(100, allowedOf(1_000));
    }

    @Test
    void whoKeepsTheRateIsNeverRefused() {
        allowedOf(1_000);
        assertTrue(IntStream.range(0, 1_000).allMatch(i -> {
            clock.move(Duration.ofMillis(50));
            return limit.allows();
        }));
    }

    @Test
    void aClockSetBackGivesNothingAndTakesNothing() {
        allowedOf(99);
        clock.move(Duration.ofHours(-1));
        assertTrue(limit.allows());
        assertFalse(limit.allows());
        clock.move(Duration.ofSeconds(1));
        assertEquals(20, allowedOf(1_000));
    }

    /** Stands until it is moved. */
    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
