package org.agentinbox.platform;

import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a step of a batch job fails with is kept in the job repository, which can read again what is Java's own only: anything else (the
 * database driver's, ours) would hide the failure behind another one.
 */
public final class BatchStepFailure {

    private static final Logger LOG = Logger.getLogger(BatchStepFailure.class.getName());

    private BatchStepFailure() {}

    /**
     * Does a step.
     *
     * @param step what it does
     * @return what it gives
     * @throws IllegalStateException where it fails; it says in words what with, the log says the rest
     */
    public static <T> T inWords(Callable<T> step) {
        try {
            return step.call();
        } catch (Exception e) {
            LOG.log(Level.SEVERE, "A batch job failed", e);
            throw new IllegalStateException(e.toString());
        }
    }
}
