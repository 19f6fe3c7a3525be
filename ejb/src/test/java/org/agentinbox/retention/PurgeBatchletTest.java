package org.agentinbox.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** Chunks fit the machine, so that a job that is stopped has stopped within a second. */
class PurgeBatchletTest {

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** @param whole how long the usual chunk would take */
    private static double settled(double share, long whole) {
        for (int i = 0; i < 20; i++) {
            share = PurgeBatchlet.share(share, (long) (share * whole));
        }
        return share;
    }

    @Test
    void aPortionTakesAFortiethOfASecondHoweverBusyTheMachineIs() {
        assertEquals(1, settled(0.2, millis(20)), 1e-9, "no more than usual");
        assertEquals(0.0125, settled(1, millis(2_000)), 0.003);
        assertEquals(0.0625, settled(0.01, millis(400)), 0.01);
        assertTrue(PurgeBatchlet.share(1, millis(60_000)) >= 0.25, "one outlier is not the rule");
        assertEquals(0.01, settled(1, millis(600_000)), 1e-9, "it goes on");
        assertTrue(PurgeBatchlet.share(0.2, 0) <= 0.4);
    }

    @Test
    void aShareOfThePortionIsNeverNothing() {
        assertEquals(new PurgeLimits(200, 1_000, 2_000, 400, 400), PurgeLimits.USUAL.share(0.2));
        assertEquals(new PurgeLimits(1, 1, 3, 1, 1), new PurgeLimits(3, 3, 3, 3, 3).share(0.01));
        assertEquals(PurgeLimits.USUAL, PurgeLimits.USUAL.share(1));
    }
}
