package org.agentinbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Guessing passwords gets slower and slower. */
class SignInFailureTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final int FREE = FailureSubject.unknownName("ana").free();

    private final SignInFailure failure = new SignInFailure("user ana", NOON);

    private Duration after(int failures) {
        IntStream.range(0, failures).forEach(i -> failure.count(NOON, FREE));
        return failure.remaining(NOON);
    }

    @Test
    void nothingIsHeldAgainstAnybodyAtFirst() {
        assertEquals(Duration.ZERO, failure.remaining(NOON));
    }

    @Test
    void fiveAreFreeThenTheWaitDoublesUpToAQuarterOfAnHour() {
        assertEquals(Duration.ZERO, after(4));
        List<Long> waits = IntStream.range(0, 13).mapToObj(i -> after(1).toSeconds()).toList();
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L), waits);
    }

    @Test
    void noNumberOfFailuresOverflows() {
        assertEquals(Duration.ofMinutes(15), after(100_000));
    }

    @Test
    void theWaitEnds() {
        after(7);
        assertEquals(Duration.ofMillis(1), failure.remaining(NOON.plusMillis(3_999)));
        assertEquals(Duration.ZERO, failure.remaining(NOON.plusSeconds(4)));
    }

    @Test
    void waitingDoesNotForgive() {
        after(7);
        failure.count(NOON.plusSeconds(4), FREE);
        assertEquals(Duration.ofSeconds(8), failure.remaining(NOON.plusSeconds(4)));
    }

    @Test
    void anHourAfterTheWaitItIsForgiven() {
        after(7);
        Instant later = NOON.plusSeconds(4).plus(Duration.ofHours(1)).plusMillis(1);
        failure.count(later, FREE);
        assertEquals(1, failure.failures());
        assertEquals(Duration.ZERO, failure.remaining(later));
    }

    @Test
    void whatWasCountedForARightPasswordIsTakenBackWithItsWait() {
        after(7);
        Instant later = NOON.plusSeconds(4);
        failure.count(later, FREE);
        assertFalse(failure.takeBack(8, later.plusMillis(200)));
        assertEquals(7, failure.failures());
        assertEquals(Duration.ZERO, failure.remaining(later.plusMillis(200)));
    }

    @Test
    void aLaterFailureKeepsItsWait() {
        after(6);
        failure.count(NOON.plusSeconds(2), FREE);
        failure.count(NOON.plusSeconds(6), FREE);
        assertFalse(failure.takeBack(7, NOON.plusSeconds(7)));
        assertEquals(Duration.ofSeconds(7), failure.remaining(NOON.plusSeconds(7)));
    }

    @Test
    void theFirstOneTakenBackLeavesNone() {
        failure.count(NOON, FREE);
        assertTrue(failure.takeBack(1, NOON));
    }
}
