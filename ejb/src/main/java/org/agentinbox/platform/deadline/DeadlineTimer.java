package org.agentinbox.platform.deadline;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

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
 * Looks for due deadlines twice a second, on every node: an index look-up that finds nothing, most of the time. Looking beats
 * remembering: a deadline that another node set, or that was set before a crash, needs no care.
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
                // until none is due
            }
        } catch (Exception e) {
            // The database is away, also at the commit (RollbackException is checked): all deadlines are still there when it is back.
            LOG.log(Level.WARNING, "Deadlines wait: {0}", e.toString());
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
