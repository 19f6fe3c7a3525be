package org.agentinbox.web.platform;

import java.time.Clock;

/** A token bucket: so many frames or requests a second in the long run, with a reserve for bursts. */
public final class RateLimit {

    private final Clock clock;
    private final double perMilli;
    private final double burst;
    private double tokens;
    private long last;

    /**
     * @param perSecond what is allowed in the long run
     * @param burst what is allowed at once
     */
    public RateLimit(Clock clock, int perSecond, int burst) {
        this.clock = clock;
        this.perMilli = perSecond / 1_000.0;
        this.burst = burst;
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

    /** Whether the whole reserve is there, as in a new one. */
    synchronized boolean isFull() {
        refill();
        return tokens >= burst;
    }

    private void refill() {
        long now = clock.millis();
        tokens = Math.min(burst, tokens + Math.max(0, now - last) * perMilli);
        last = now;
    }
}
