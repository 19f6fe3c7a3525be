package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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

    @Test
    void eachHasALimitOfTheirOwnAndIsForgottenOnceItIsFullAgain() {
        RateLimits limits = new RateLimits(clock, 1, 2);
        assertEquals(2, IntStream.range(0, 5).filter(i -> limits.allows("one")).count());
        assertTrue(limits.allows("other"));
        assertFalse(limits.allows("one"));
        clock.move(Duration.ofSeconds(1));
        assertTrue(limits.allows("one"));
        assertFalse(limits.allows("one"));
        IntStream.range(0, 50_000).forEach(i -> {
            clock.move(Duration.ofMillis(1));
            assertTrue(limits.allows("somebody " + i));
        });
        assertTrue(limits.count() <= RateLimits.MANY + 1, "kept: " + limits.count());
    }

    @Test
    void anAddressOfTheSixthVersionStandsForItsNetwork() {
        assertEquals("192.0.2.7", ClientNetwork.of("192.0.2.7"));
        assertEquals(ClientNetwork.of("2001:db8:0:1:2:3:4:5"), ClientNetwork.of("2001:db8:0:1:ffff:0:0:1"));
        assertEquals(ClientNetwork.of("2001:db8::5"), ClientNetwork.of("2001:db8:0:0:ffff:0:0:1"));
        assertNotEquals(ClientNetwork.of("2001:db8:0:1:2:3:4:5"), ClientNetwork.of("2001:db8:0:2:2:3:4:5"));
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
