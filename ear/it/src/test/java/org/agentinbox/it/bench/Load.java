package org.agentinbox.it.bench;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ObjIntConsumer;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends marked texts and measures the time until each arrives. Sender and receiver are in one process and use one clock. The mark within
 * the text is {@code #number#}.
 */
final class Load {

    /** The longest time that is measured: a minute, in microseconds. */
    private static final long MOST_MICROS = 60_000_000;

    private final ObjIntConsumer<String> sender;
    private final ConcurrentHashMap<Integer, Long> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicLong arrived = new AtomicLong();
    private volatile Histogram latencies = new ConcurrentHistogram(MOST_MICROS, 3);
    private volatile Semaphore window = new Semaphore(0);

    /** @param sender sends a text over the connection with a number */
    Load(ObjIntConsumer<String> sender) {
        this.sender = sender;
    }

    /** Has to be called with each text that a receiver gets. */
    void arrived(String text) {
        int begin = text.indexOf('#');
        if (begin < 0) {
            return;
        }
        Long due = underWay.remove(Integer.parseInt(text.substring(begin + 1, text.indexOf('#', begin + 1))));
        if (due != null) {
            latencies.recordValue(Math.min(MOST_MICROS, Math.max(1, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due))));
            arrived.incrementAndGet();
            window.release();
        }
    }

    /**
     * Open loop: texts are sent when they are due, whether or not earlier ones have arrived. The time counts from when a text was due, so a
     * stall shows in all texts that it delays.
     */
    Histogram atRate(int perSecond, Duration time) {
        latencies = new ConcurrentHistogram(MOST_MICROS, 3);
        long start = System.nanoTime();
        long step = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long count = time.toSeconds() * perSecond;
        for (long i = 0; i < count; i++) {
            long due = start + i * step;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            send(due);
        }
        settle();
        return latencies;
    }

    /** Closed loop: keeps a number of texts in flight. Returns how many arrive in a second. */
    double saturated(int inFlight, Duration time) {
        window = new Semaphore(inFlight);
        long start = System.nanoTime();
        long before = arrived.get();
        while (System.nanoTime() - start < time.toNanos()) {
            if (tryWindow()) {
                send(System.nanoTime());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long count = arrived.get() - before;
        settle();
        return count / seconds;
    }

    private boolean tryWindow() {
        try {
            return window.tryAcquire(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void send(long due) {
        int number = numbers.incrementAndGet();
        underWay.put(number, due);
        sender.accept("How much is it for 200 seats, billed yearly? #" + number + "#", number);
    }

    /** Waits until all texts have arrived. A text that has not arrived after 20 s is lost, and the benchmark fails. */
    private void settle() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!underWay.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(underWay.size() + " texts never arrived");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
