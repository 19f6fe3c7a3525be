package org.agentinbox.platform;

import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.securitylog.LoggedException;

/**
 * Replaces the exception of a batch step by one of Java's own classes. The job repository stores the exception and deserialises it later; a
 * class that it cannot load, of the database driver or of this application, would hide the failure behind another one.
 */
public final class BatchStepFailure {

    private static final Logger LOG = Logger.getLogger(BatchStepFailure.class.getName());

    private BatchStepFailure() {}

    /**
     * Runs a step.
     *
     * @param step the step
     * @return its result
     * @throws IllegalStateException where it fails; the message names the cause in words, and the cause itself is logged
     */
    public static <T> T inWords(Callable<T> step) {
        try {
            return step.call();
        } catch (Exception e) {
            LOG.log(Level.SEVERE, "A batch job failed", LoggedException.of(e));
            throw new IllegalStateException(e.toString());
        }
    }
}
