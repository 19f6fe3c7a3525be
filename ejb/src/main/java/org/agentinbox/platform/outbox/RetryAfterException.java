package org.agentinbox.platform.outbox;

import java.time.Duration;

/** The other machine asks not to be called for a while. */
public class RetryAfterException extends Exception {

    private static final long serialVersionUID = 1;

    private final Duration pause;

    /**
     * @param message what happened
     * @param pause how long not to call it
     */
    public RetryAfterException(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    /** @return how long; zero or less where it gives no time */
    public Duration pause() {
        return pause;
    }
}
