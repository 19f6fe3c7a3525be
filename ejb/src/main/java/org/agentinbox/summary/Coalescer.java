package org.agentinbox.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs work for keys: at most one run for each key at a time, and two runs for the same key no closer than a spacing. However often a key
 * is asked for during a run, one more run follows, so that the last run begins after the last request.
 */
final class Coalescer<K> {

    /** Runs a task after a pause, on another thread. */
    interface Later {
        void run(Runnable task, Duration pause);
    }

    private final Clock clock;
    private final Duration spacing;
    private final Later later;
    private final Consumer<K> work;
    /** For each key that has a run, or had one within the spacing: whether it was asked for since that run began. */
    private final Map<K, Boolean> asked = new HashMap<>();

    Coalescer(Clock clock, Duration spacing, Later later, Consumer<K> work) {
        this.clock = clock;
        this.spacing = spacing;
        this.later = later;
        this.work = work;
    }

    /** Asks for a run; returns at once. */
    void ask(K key) {
        boolean fresh;
        synchronized (asked) {
            fresh = asked.put(key, true) == null;
        }
        if (fresh) {
            run(key, Duration.ZERO);
        }
    }

    private void run(K key, Duration pause) {
        try {
            later.run(() -> turn(key), pause);
        } catch (RuntimeException e) {
            forget(key);
            throw e;
        }
    }

    private void turn(K key) {
        synchronized (asked) {
            if (!asked.get(key)) {
                asked.remove(key);
                return;
            }
            asked.put(key, false);
        }
        Instant began = clock.instant();
        try {
            work.accept(key);
        } finally {
            Duration rest = Duration.between(clock.instant(), began.plus(spacing));
            run(key, rest.isNegative() ? Duration.ZERO : rest);
        }
    }

    private void forget(K key) {
        synchronized (asked) {
            asked.remove(key);
        }
    }
}
