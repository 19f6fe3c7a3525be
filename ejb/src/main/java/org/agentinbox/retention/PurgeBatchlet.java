package org.agentinbox.retention;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.agentinbox.platform.BatchStepFailure;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * A step of the purge: one chunk after the other, with pauses between them, so that chats have the database for most of the time. It stops
 * between two chunks; each takes a fraction of a second. A kill undoes only the chunk in progress.
 */
@Named
@Dependent
class PurgeBatchlet implements Batchlet {

    private static final int MOST_TRIES = 40;
    private static final long SHORTEST_REST = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long BUSY_REST = TimeUnit.MILLISECONDS.toNanos(100);
    /** How long a chunk should take, in nanoseconds; stopping the job waits for the chunk in progress. */
    private static final long CHUNK = TimeUnit.MILLISECONDS.toNanos(25);
    private static final double FIRST_SHARE = 0.2;
    private static final double SMALLEST_SHARE = 0.01;

    @Inject
    @BatchProperty
    private String step;
    @Inject
    @BatchProperty
    private String pace;
    @Inject
    private JobContext job;
    @Inject
    private PurgeChunks chunks;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public String process() {
        return BatchStepFailure.inWords(() -> {
            try (PurgeChunks.Series series = chunks.series()) {
                return purge(series);
            }
        });
    }

    private String purge(PurgeChunks.Series series) throws InterruptedException {
        UUID run = (UUID) job.getTransientUserData();
        Purge.Step part = Purge.Step.valueOf(step.toUpperCase(Locale.ROOT));
        int percent = Math.max(1, Math.min(100, Integer.parseInt(pace)));
        int busy = 0;
        long rest = SHORTEST_REST;
        double share = FIRST_SHARE;
        while (!stopped.await(rest, TimeUnit.NANOSECONDS)) {
            long start = System.nanoTime();
            try {
                if (!series.next(run, part, busy < MOST_TRIES, PurgeLimits.USUAL.share(share))) {
                    return "COMPLETED";
                }
                long worked = System.nanoTime() - start;
                busy = 0;
                rest = rest(worked, percent);
                share = share(share, worked);
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

    /** The share of the usual chunk size for the next chunk, from how long the last one took: on a busy machine chunks get smaller. */
    static double share(double last, long worked) {
        double factor = Math.max(0.25, Math.min(2, (double) CHUNK / Math.max(1, worked)));
        return Math.max(SMALLEST_SHARE, Math.min(1, last * factor));
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
