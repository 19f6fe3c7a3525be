package org.agentinbox.it.resilience;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts and times of one client. The test reads them while the client goes on. */
final class ClientFigures {

    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger settledByMessage = new AtomicInteger();
    private final AtomicInteger sentAgain = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicLong longestOutage = new AtomicLong();
    private final AtomicLong longestWait = new AtomicLong();
    private final AtomicLong firstSinceMark = new AtomicLong();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

    void acknowledged() {
        acknowledged.incrementAndGet();
        firstSinceMark.compareAndSet(0, System.nanoTime());
    }

    void settledByMessage() {
        settledByMessage.incrementAndGet();
    }

    void settled(int sends, long nanos) {
        sentAgain.addAndGet(sends > 1 ? 1 : 0);
        longestWait.accumulateAndGet(nanos, Math::max);
    }

    void cut() {
        cuts.incrementAndGet();
    }

    void reconnected(long nanos) {
        connections.incrementAndGet();
        longestOutage.accumulateAndGet(nanos, Math::max);
    }

    void refused(String code) {
        refusals.merge(code, 1, Integer::sum);
    }

    /** Starts waiting for a first acknowledgement again. */
    void mark() {
        firstSinceMark.set(0);
    }

    /** Returns when the first acknowledgement since {@link #mark} came, as {@link System#nanoTime}; 0 where none has come yet. */
    long firstSinceMark() {
        return firstSinceMark.get();
    }

    int acknowledgements() {
        return acknowledged.get();
    }

    /** Returns how many messages came back as messages before, or without, their acknowledgement. */
    int settledByMessages() {
        return settledByMessage.get();
    }

    /** Returns how many messages were sent more than once. */
    int sentAgain() {
        return sentAgain.get();
    }

    int cuts() {
        return cuts.get();
    }

    int connections() {
        return connections.get();
    }

    /** The longest time from a lost connection to the next welcome. */
    long longestOutageNanos() {
        return longestOutage.get();
    }

    /** The longest time from writing a message to its confirmation. */
    long longestWaitNanos() {
        return longestWait.get();
    }

    Map<String, Integer> refusals() {
        return Map.copyOf(refusals);
    }
}
