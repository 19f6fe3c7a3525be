package org.agentinbox.web.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rate limit for each of many. Above {@link #MOST} of them, who was not seen for the longest time is forgotten and begins anew, so that
 * memory has a bound whatever comes.
 */
final class RateLimits {

    /** About 20 MB where all of them are strangers' doing. */
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

    /** Whether one more is allowed to this one now. */
    boolean allows(String who) {
        return of(who).allows();
    }

    /** How long until one more is allowed to this one; zero where it is now. Counts nothing. */
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
