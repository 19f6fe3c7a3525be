package org.agentinbox.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends what is due of one kind, with threads of its own: a machine that does not answer holds up its own kind only. */
final class OutboxLane {

    private static final Logger LOG = Logger.getLogger(OutboxLane.class.getName());
    private static final int MOST_THREADS = 8;

    private final String kind;
    private final OutboxSender sender;
    private final OutboxRows rows;
    private final Clock clock;
    private final Runnable freed;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;

    /** @param freed told when one was sent or not, and the next can come */
    OutboxLane(String kind, OutboxSender sender, OutboxRows rows, Clock clock, ThreadFactory factory, Runnable freed) {
        this.kind = kind;
        this.sender = sender;
        this.rows = rows;
        this.clock = clock;
        this.freed = freed;
        // More than are ever handed over: a thread that has just freed its place may still be on its way to the next.
        this.threads = new ThreadPoolExecutor(0, 2 * MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    /** Begins to send as much as is due and as there are threads for; called by one thread. */
    void sendDue() {
        Set<UUID> now = Set.copyOf(busy);
        if (now.size() < MOST_THREADS) {
            List<OutboxRows.Parcel> due = rows.take(kind, MOST_THREADS - now.size(), now);
            due.forEach(parcel -> {
                busy.add(parcel.id());
                threads.execute(() -> send(parcel));
            });
        }
    }

    void stop() {
        threads.shutdownNow();
    }

    private void send(OutboxRows.Parcel parcel) {
        try {
            attempt(parcel);
        } catch (RuntimeException e) {
            // The database is away: the row comes up again when its lease is over.
            LOG.log(Level.WARNING, "What became of {0} could not be stored: {1}", new Object[] {name(parcel), e.toString()});
        } finally {
            busy.remove(parcel.id());
            freed.run();
        }
    }

    private void attempt(OutboxRows.Parcel parcel) {
        if (!clock.instant().isBefore(parcel.expiresAt())) {
            giveUp(parcel, "it has expired");
            return;
        }
        try {
            sender.send(parcel.payload());
        } catch (UndeliverableException e) {
            giveUp(parcel, e.getMessage());
            return;
        } catch (Exception e) {
            retryLater(parcel, e);
            return;
        }
        rows.remove(parcel.id());
    }

    private void giveUp(OutboxRows.Parcel parcel, String why) {
        rows.remove(parcel.id());
        LOG.log(Level.WARNING, "{0} is given up: {1}", new Object[] {name(parcel), why});
    }

    private void retryLater(OutboxRows.Parcel parcel, Exception failure) {
        Duration pause = failure instanceof RetryAfterException wish ? wish.pause() : Duration.ZERO;
        if (!rows.retryLater(parcel, pause)) {
            LOG.log(Level.WARNING, "{0} is given up: {1}", new Object[] {name(parcel), failure.toString()});
        } else {
            // The first failure tells; while a machine stays down, the log need not grow with everything that waits for it.
            LOG.log(parcel.attempt() == 1 ? Level.WARNING : Level.FINE, "{0} could not be sent and will be tried again: {1}",
                new Object[] {name(parcel), failure.toString()});
        }
    }

    private static String name(OutboxRows.Parcel parcel) {
        return parcel.kind() + " " + parcel.id();
    }
}
