package org.agentinbox.web.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.securitylog.LoggedException;
import org.agentinbox.web.hint.Hint;

/**
 * Hints that wait to be sent to other nodes, and the thread that sends them. Sending can take seconds where another node is frozen, so
 * nobody else waits for it: what does not fit into the queue is dropped and counted.
 */
final class OutgoingHints implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutgoingHints.class.getName());
    private static final long LOGGED_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final BlockingQueue<Hint> waiting;
    private final int mostAtOnce;
    private final Consumer<List<String>> sender;
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;
    private long loggedDropped;
    private long loggedAtNanos = System.nanoTime() - LOGGED_EVERY_NANOS;

    /**
     * @param most hints that may wait
     * @param mostAtOnce hints that are sent together
     * @param sender sends hints to all other nodes, in their order; called by one thread
     * @param threads makes this thread
     */
    OutgoingHints(int most, int mostAtOnce, Consumer<List<String>> sender, ThreadFactory threads) {
        this.waiting = new ArrayBlockingQueue<>(most);
        this.mostAtOnce = mostAtOnce;
        this.sender = sender;
        this.thread = threads.newThread(this::run);
        thread.start();
    }

    /** Returns at once. */
    void add(Hint hint) {
        if (!waiting.offer(hint)) {
            dropped.incrementAndGet();
        }
    }

    /** @return how many hints were dropped so far, because others waited or could not be sent */
    long dropped() {
        return dropped.get();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        List<Hint> batch = new ArrayList<>();
        while (!closed) {
            try {
                batch.add(waiting.take());
                waiting.drainTo(batch, mostAtOnce - 1);
                sender.accept(batch.stream().map(HintText::of).toList());
            } catch (InterruptedException e) {
                // Asked to end, which the loop checks.
                continue;
            } catch (RuntimeException e) {
                dropped.addAndGet(batch.size());
                LOG.log(Level.FINE, "Hints could not be sent to other nodes", LoggedException.of(e));
            } finally {
                batch.clear();
            }
            logDropped();
        }
    }

    private void logDropped() {
        long now = dropped.get();
        if (now > loggedDropped && System.nanoTime() - loggedAtNanos >= LOGGED_EVERY_NANOS) {
            LOG.log(Level.WARNING, "{0} hints for people on other nodes were dropped: their pages ask for what they lack",
                now - loggedDropped);
            loggedDropped = now;
            loggedAtNanos = System.nanoTime();
        }
    }
}
