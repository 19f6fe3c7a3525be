package org.agentinbox.web.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rate limit for each of many clients. Above {@link #MOST} clients the one that was not seen for the longest time is forgotten and starts
 * anew, so that memory is bounded.
 */
final class RateLimits {

    /** About 20 MB where all are in use. */
    static final int MOST = 100_000;

    private final Map<String, RateLimit> limits = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RateLimit> eldest) {
            return size() > MOST;
        }
    };
    private final Clock clock;
    private final Rate rate;

    RateLimits(Clock clock, Rate rate) {
        this.clock = clock;
        this.rate = rate;
    }

    /** Whether one more is allowed to this client now; it is counted. */
    boolean allows(String who) {
        return of(who).allows();
    }

    /** How long until one more is allowed to this client; zero where it is allowed now. It counts nothing. */
    Duration untilNext(String who) {
        synchronized (limits) {
            RateLimit limit = limits.get(who);
            return limit == null ? Duration.ZERO : limit.untilNext();
        }
    }

    private RateLimit of(String who) {
        synchronized (limits) {
            return limits.computeIfAbsent(who, anyone -> new RateLimit(clock, rate));
        }
    }

    int count() {
        synchronized (limits) {
            return limits.size();
        }
    }
}
