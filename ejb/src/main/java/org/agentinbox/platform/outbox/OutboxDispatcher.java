package org.agentinbox.platform.outbox;

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

import org.agentinbox.platform.securitylog.LogText;

/** Sends due messages of one kind in its own threads, so that a machine that does not answer holds up messages of its own kind only. */
final class OutboxDispatcher {

    private static final Logger LOG = Logger.getLogger(OutboxDispatcher.class.getName());
    private static final int MOST_THREADS = 8;

    private final String kind;
    private final OutboxSender sender;
    private final OutboxRepository repository;
    private final Clock clock;
    private final Runnable freed;
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;

    /** @param freed called after each attempt, when the next message can be sent */
    OutboxDispatcher(String kind, OutboxSender sender, OutboxRepository repository, Clock clock, ThreadFactory factory, Runnable freed) {
        this.kind = kind;
        this.sender = sender;
        this.repository = repository;
        this.clock = clock;
        this.freed = freed;
        // The pool is twice as large as the number of deliveries at a time: a thread whose delivery is done may still be finishing when the
        // next one is handed over.
        this.threads = new ThreadPoolExecutor(0, 2 * MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    /** Begins to send due messages, as many as may be under way; called by one thread only. */
    void sendDue() {
        Set<UUID> now = Set.copyOf(busy);
        if (now.size() < MOST_THREADS) {
            List<OutboxRepository.Delivery> due = repository.take(kind, MOST_THREADS - now.size(), now);
            due.forEach(delivery -> {
                busy.add(delivery.id());
                threads.execute(() -> send(delivery));
            });
        }
    }

    void stop() {
        threads.shutdownNow();
    }

    private void send(OutboxRepository.Delivery delivery) {
        try {
            attempt(delivery);
        } catch (Exception e) {
            // The database is not available, also where the commit fails (RollbackException is checked): the message is due again when its
            // lease ends.
            LOG.log(Level.WARNING, "What became of {0} could not be stored: {1}",
                new Object[]{name(delivery), LogText.oneLine(e.toString())});
        } finally {
            busy.remove(delivery.id());
            freed.run();
        }
    }

    private void attempt(OutboxRepository.Delivery delivery) {
        if (!clock.instant().isBefore(delivery.expiresAt())) {
            giveUp(delivery, "it has expired");
            return;
        }
        try {
            sender.send(delivery.payload());
        } catch (UndeliverableException e) {
            giveUp(delivery, e.getMessage());
            return;
        } catch (Exception e) {
            retryLater(delivery, e);
            return;
        }
        repository.remove(delivery.id());
    }

    private void giveUp(OutboxRepository.Delivery delivery, String why) {
        repository.remove(delivery.id());
        LOG.log(Level.WARNING, "{0} is given up: {1}", new Object[]{name(delivery), why});
    }

    private void retryLater(OutboxRepository.Delivery delivery, Exception failure) {
        Duration pause = failure instanceof RetryAfterException wish ? wish.pause() : Duration.ZERO;
        if (!repository.retryLater(delivery, pause)) {
            LOG.log(Level.WARNING, "{0} is given up: {1}", new Object[]{name(delivery), LogText.oneLine(failure.toString())});
        } else {
            // Only the first failure of a message is logged as a warning, so that a machine that stays down does not flood the log.
            LOG.log(delivery.attempt() == 1 ? Level.WARNING : Level.FINE, "{0} could not be sent and will be tried again: {1}",
                new Object[]{name(delivery), LogText.oneLine(failure.toString())});
        }
    }

    private static String name(OutboxRepository.Delivery delivery) {
        return delivery.kind() + " " + delivery.id();
    }
}
