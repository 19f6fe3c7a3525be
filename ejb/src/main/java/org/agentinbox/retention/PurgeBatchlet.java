package org.agentinbox.retention;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.agentinbox.platform.StepFailure;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * A step of the purge: portion after portion, with rests between them, so that chats in progress have the database for most of the
 * time. Stops between two portions, and a portion takes a fraction of a second; a kill undoes the portion under way and nothing else.
 */
@Named
@Dependent
class PurgeBatchlet implements Batchlet {

    private static final int MOST_TRIES = 40;
    private static final long SHORTEST_REST = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long BUSY_REST = TimeUnit.MILLISECONDS.toNanos(250);

    @Inject
    @BatchProperty
    private String step;
    @Inject
    @BatchProperty
    private String pace;
    @Inject
    private JobContext job;
    @Inject
    private Portions portions;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public String process() {
        return StepFailure.inWords(this::purge);
    }

    private String purge() throws InterruptedException {
        UUID run = (UUID) job.getTransientUserData();
        Purge.Step part = Purge.Step.valueOf(step.toUpperCase(Locale.ROOT));
        int percent = Math.max(1, Math.min(100, Integer.parseInt(pace)));
        int busy = 0;
        long rest = SHORTEST_REST;
        while (!stopped.await(rest, TimeUnit.NANOSECONDS)) {
            long start = System.nanoTime();
            try {
                if (!portions.next(run, part, busy < MOST_TRIES)) {
                    return "COMPLETED";
                }
                rest = rest(System.nanoTime() - start, percent);
            } catch (RetentionDatabase.BusyException e) {
                busy++;
                rest = BUSY_REST;
                giveUpAfter(2 * MOST_TRIES, busy, e);
            }
        }
        return "STOPPED";
    }

    private static long rest(long worked, int percent) {
        return Math.max(SHORTEST_REST, Math.min(LONGEST_REST, worked * (100 - percent) / percent));
    }

    private static void giveUpAfter(int most, int busy, RetentionDatabase.BusyException e) {
        if (busy >= most) {
            throw e;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
    }
}
