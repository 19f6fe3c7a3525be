package org.agentinbox.account;

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

/** Removes what counts no more, also where nobody signs in. Each node does; what is gone is gone. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SignInCleanupTimer {

    private static final Logger LOG = Logger.getLogger(SignInCleanupTimer.class.getName());
    private static final int EVERY_SECONDS = 20;

    @Inject
    private SignInCleanup cleanup;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::clean, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    private void clean() {
        try {
            cleanup.removeOld();
        } catch (Exception e) {
            // Also what a commit throws, which no method declares: an exception would end the timer for good.
            LOG.log(Level.WARNING, "Sign-ins and failures that count no more stay for now: {0}", LogText.oneLine(e.toString()));
        }
    }
}
