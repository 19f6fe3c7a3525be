package org.agentinbox.it.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for conditions instead of fixed times. */
public final class Await {

    private Await() {}

    /**
     * @param what is waited for, for the failure's message
     * @param atMost the longest time to wait
     * @param condition checked every 50 ms; an exception counts as false
     */
    public static void until(String what, Duration atMost, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + atMost.toNanos();
        Throwable last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (Exception | AssertionError e) {
                last = e;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Not within " + atMost + ": " + what + (last == null ? "" : ", but " + last.getMessage()), last);
    }
}
