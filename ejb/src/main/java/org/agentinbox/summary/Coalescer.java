package org.agentinbox.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Has work done about things, at most one piece about each at a time, and two about the same no closer than a spacing. However often it is
 * asked
 * meanwhile, the work is done once more, so that the last piece begins after the last asking.
 */
final class Coalescer<K> {

    /** Does something after a while, on another thread. */
    interface Later {
        void run(Runnable task, Duration pause);
    }

    private final Clock clock;
    private final Duration spacing;
    private final Later later;
    private final Consumer<K> work;
    /** Whether it was asked for since its piece of work began, of all that have one or had one just now. */
    private final Map<K, Boolean> asked = new HashMap<>();

    Coalescer(Clock clock, Duration spacing, Later later, Consumer<K> work) {
        this.clock = clock;
        this.spacing = spacing;
        this.later = later;
        this.work = work;
    }

    /** Asks for a piece of work; returns at once. */
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
