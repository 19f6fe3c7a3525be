package org.agentinbox.web.platform;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;

/** A rate limit for each of many. Who was quiet for long enough is forgotten: a new limit is as good as theirs. */
final class RateLimits {

    /** So many are kept before it is looked who can go. */
    static final int MANY = 10_000;

    private final ConcurrentHashMap<String, RateLimit> limits = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int perSecond;
    private final int burst;

    /** @see RateLimit#RateLimit */
    RateLimits(Clock clock, int perSecond, int burst) {
        this.clock = clock;
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** Whether one more is allowed to this one now. */
    boolean allows(String who) {
        if (limits.size() > MANY) {
            limits.values().removeIf(RateLimit::isFull);
        }
        return limits.computeIfAbsent(who, anyone -> new RateLimit(clock, perSecond, burst)).allows();
    }

    int count() {
        return limits.size();
    }
}
