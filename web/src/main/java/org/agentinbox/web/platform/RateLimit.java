package org.agentinbox.web.platform;

import java.time.Clock;
import java.time.Duration;

/** A token bucket: a number of frames or requests a second in the long run, with a reserve for bursts. */
public final class RateLimit {

    private static final double MILLIS = 1_000.0;

    private final Clock clock;
    private final double perMilli;
    private final double burst;
    private double tokens;
    private long last;

    /**
     * @param perSecond allowed in the long run
     * @param burst allowed at once
     */
    public RateLimit(Clock clock, int perSecond, int burst) {
        this(clock, new Rate(perSecond, burst));
    }

    RateLimit(Clock clock, Rate rate) {
        this.clock = clock;
        this.perMilli = rate.perSecond() / MILLIS;
        this.burst = rate.atOnce();
        this.tokens = burst;
        this.last = clock.millis();
    }

    /** @return whether one more is allowed now */
    public synchronized boolean allows() {
        refill();
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    /** How long until one more is allowed; zero where it is allowed now. */
    synchronized Duration untilNext() {
        refill();
        return Duration.ofMillis((long) Math.ceil(Math.max(0, 1 - tokens) / perMilli));
    }

    private void refill() {
        long now = clock.millis();
        tokens = Math.min(burst, tokens + Math.max(0, now - last) * perMilli);
        last = now;
    }
}
