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
    void eachHasALimitOfTheirOwn() {
        RateLimits limits = new RateLimits(clock, new Rate(1, 2));
        assertEquals(2, IntStream.range(0, 5).filter(i -> limits.allows("one")).count());
        assertTrue(limits.allows("other"));
        assertFalse(limits.allows("one"));
        clock.move(Duration.ofSeconds(1));
        assertTrue(limits.allows("one"));
        assertFalse(limits.allows("one"));
    }

    @Test
    void memoryHasABoundAndWhoCameLastIsKept() {
        RateLimits limits = new RateLimits(clock, new Rate(0.001, 1));
        limits.allows("one");
        IntStream.range(0, 2 * RateLimits.MOST).forEach(i -> {
            limits.allows("somebody " + i);
            if (i % 1_000 == 0) {
                assertFalse(limits.allows("one"), "who goes on trying is not forgotten");
            }
        });
        assertEquals(RateLimits.MOST, limits.count());
    }

    @Test
    void whatIsAllowedInAnHourMayComeAtOnceAndComesBackEvenly() {
        RateLimits limits = new RateLimits(clock, Rate.ofAnHour(60));
        assertEquals(Duration.ZERO, limits.untilNext("one"));
        assertEquals(60, IntStream.range(0, 100).filter(i -> limits.allows("one")).count());
        assertEquals(Duration.ofMinutes(1), limits.untilNext("one"));
        clock.move(Duration.ofSeconds(59));
        assertFalse(limits.allows("one"));
        clock.move(Duration.ofSeconds(1));
        assertEquals(Duration.ZERO, limits.untilNext("one"));
        assertTrue(limits.allows("one"));
        clock.move(Duration.ofDays(1));
        assertEquals(60, IntStream.range(0, 100).filter(i -> limits.allows("one")).count());
    }

    @Test
    void aKeyThatWasRightIsHeardWhereStrangersTryOthers() {
        KeyTries tries = new KeyTries(new RateLimits(clock, Rate.ofAnHour(3)));
        tries.right("good");
        IntStream.range(0, 3).forEach(i -> {
            assertEquals(0, tries.secondsToWait("192.0.2.7", "guess " + i));
            tries.wrong("192.0.2.7", "guess " + i);
        });
        assertEquals(300, tries.secondsToWait("192.0.2.7", "guess"), "nobody is sent away for longer than five minutes");
        assertEquals(0, tries.secondsToWait("192.0.2.7", "good"));
        assertEquals(0, tries.secondsToWait("192.0.2.8", "guess"));
        tries.wrong("192.0.2.8", "good");
        assertTrue(tries.secondsToWait("192.0.2.7", "good") > 0, "it was withdrawn");
        clock.move(Duration.ofMinutes(20));
        assertEquals(0, tries.secondsToWait("192.0.2.7", "guess"));
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
