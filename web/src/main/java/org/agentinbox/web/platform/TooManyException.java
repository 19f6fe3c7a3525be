package org.agentinbox.web.platform;

import java.time.Duration;

/** A client, or its network, has to wait because it did something too often. Nothing was done. */
public final class TooManyException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final long seconds;

    /**
     * @param what a message for developers
     * @param wait until another try is allowed
     */
    public TooManyException(String what, Duration wait) {
        super(what, null, false, false);
        seconds = Math.max(1, Math.min(LONGEST.toSeconds(), wait.plusMillis(999).toSeconds()));
    }

    /** @return after how many whole seconds another try is allowed, 1 to 300 */
    public long retryAfter() {
        return seconds;
    }
}
