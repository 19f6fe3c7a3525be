package org.agentinbox.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SendBudgetTest {

    private static final String FRAME = "x".repeat(50);
    private final SendBudget budget = new SendBudget(300, 500);

    @Test
    void aSocketTakesNoMoreThanItsOwn() {
        SendBudget.Share share = budget.share();
        assertTrue(share.take(FRAME) && share.take(FRAME) && share.take(FRAME));
        assertFalse(share.take(FRAME));
        share.give(FRAME);
        assertTrue(share.take(FRAME));
    }

    @Test
    void oneLargeFrameAloneMayBeSent() {
        SendBudget.Share share = budget.share();
        assertTrue(share.take("x".repeat(200)));
        assertFalse(share.take("x"));
    }

    @Test
    void allSocketsTogetherTakeNoMoreThanTheNodeHas() {
        SendBudget.Share first = budget.share();
        SendBudget.Share second = budget.share();
        assertTrue(first.take(FRAME) && first.take(FRAME) && first.take(FRAME) && second.take(FRAME) && second.take(FRAME));
        assertFalse(second.take(FRAME));
        first.close();
        assertTrue(second.take(FRAME));
    }

    @Test
    void aSocketThatIsClosedGivesAllBackOnce() {
        SendBudget.Share share = budget.share();
        share.take(FRAME);
        share.close();
        share.close();
        share.give(FRAME);
        assertFalse(share.take(FRAME));
        assertEquals(0, budget.taken());
    }

    /** Frames are taken, sent and given up by several threads at once: in the end nothing is left. */
    @Test
    void nothingIsLostByThreadsThatMeet() throws InterruptedException {
        SendBudget roomy = new SendBudget(1_000_000, 1_000_000);
        CountDownLatch done = new CountDownLatch(4);
        SendBudget.Share share = roomy.share();
        IntStream.range(0, 4).forEach(thread -> new Thread(() -> {
            IntStream.range(0, 1_000).filter(i -> share.take(FRAME)).forEach(i -> share.give(FRAME));
            if (thread == 0) {
                share.close();
            }
            done.countDown();
        }).start());
        done.await();
        assertEquals(0, roomy.taken());
    }
}
