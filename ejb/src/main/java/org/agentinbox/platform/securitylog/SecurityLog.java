package org.agentinbox.platform.securitylog;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Writes security events, one line each, in a category of their own that administrators can send elsewhere. */
@ApplicationScoped
public class SecurityLog {

    private static final Logger LOG = Logger.getLogger("org.agentinbox.security");

    @Resource
    private TransactionSynchronizationRegistry transactions;

    /**
     * @param event what the caller's transaction does: logged once it has committed, in the order of the calls, and not at all where it
     * does not commit; at once without a transaction
     */
    public void done(SecurityEvent event) {
        int status = transactions.getTransactionStatus();
        if (status == Status.STATUS_NO_TRANSACTION) {
            LOG.info(event::line);
        } else if (status == Status.STATUS_ACTIVE) {
            ofTransaction().events.add(event);
        }
    }

    /** One for all events: observers of a commit, one for each, would be called in any order. */
    private Committed ofTransaction() {
        Committed committed = (Committed) transactions.getResource(Committed.class);
        if (committed == null) {
            committed = new Committed();
            transactions.putResource(Committed.class, committed);
            transactions.registerInterposedSynchronization(committed);
        }
        return committed;
    }

    /** @param event what was refused: logged at once, whatever becomes of the transaction */
    public void refused(SecurityEvent event) {
        warn(event);
    }

    /** @param event what was refused before any service was reached */
    public static void warn(SecurityEvent event) {
        LOG.warning(event::line);
    }

    private static final class Committed implements Synchronization {

        private final List<SecurityEvent> events = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            // They are logged when it is known how the transaction ended.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                events.forEach(event -> LOG.info(event::line));
            }
        }
    }
}
