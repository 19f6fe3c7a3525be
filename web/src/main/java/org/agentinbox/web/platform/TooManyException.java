package org.agentinbox.web.platform;

import java.time.Duration;

/** Somebody, or their network, did something so often that they have to wait. Nothing was done. */
public final class TooManyException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final long seconds;

    /**
     * @param what in words for developers
     * @param wait until it may be tried again
     */
    public TooManyException(String what, Duration wait) {
        super(what, null, false, false);
        seconds = Math.max(1, Math.min(LONGEST.toSeconds(), wait.plusMillis(999).toSeconds()));
    }

    /** @return whole seconds after which it may be tried again, 1 to 300 */
    public long retryAfter() {
        return seconds;
    }
}
