package org.agentinbox.account;

import java.time.Duration;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

/** Too many wrong passwords: this one was not looked at. */
public class TryLaterException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final Duration remaining;

    /** @param remaining how long until the next attempt is looked at; more than zero */
    TryLaterException(Duration remaining) {
        super(Refusal.TRY_LATER, "Too many wrong passwords: try again in " + remaining.toSeconds() + " s.");
        this.remaining = remaining;
    }

    /** @return how long until the next attempt is looked at; more than zero */
    public Duration remaining() {
        return remaining;
    }
}
