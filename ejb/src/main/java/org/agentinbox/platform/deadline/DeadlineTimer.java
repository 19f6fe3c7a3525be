package org.agentinbox.platform.deadline;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.securitylog.LogText;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;

/**
 * Looks for due deadlines twice a second on every node, which is mostly an index look-up without a result. Polling also finds the deadlines
 * that another node set and those that were set before a crash.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DeadlineTimer {

    private static final Logger LOG = Logger.getLogger(DeadlineTimer.class.getName());
    private static final long PERIOD_MILLIS = 500;

    @Inject
    private Deadlines deadlines;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::answerAll, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    private void answerAll() {
        try {
            while (answerOne()) {
                // Repeats until none is due.
            }
        } catch (Exception e) {
            // The database is not available, also where the commit fails (RollbackException is checked). All deadlines are still there when
            // it is back.
            LOG.log(Level.WARNING, "Deadlines wait: {0}", LogText.oneLine(e.toString()));
        }
    }

    private boolean answerOne() {
        try {
            return deadlines.answerNext().isPresent();
        } catch (DeadlineFailedException e) {
            deadlines.retryLater(e);
            return true;
        }
    }
}
