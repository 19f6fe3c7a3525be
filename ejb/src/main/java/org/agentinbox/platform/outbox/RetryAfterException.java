package org.agentinbox.platform.outbox;

import java.time.Duration;

/** The machine that something is to be sent to wants to be left alone for a while. */
public class RetryAfterException extends Exception {

    private static final long serialVersionUID = 1;

    private final Duration pause;

    /**
     * @param message what happened
     * @param pause how long it wants to be left alone
     */
    public RetryAfterException(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    /** @return how long; zero or less is no time */
    public Duration pause() {
        return pause;
    }
}
