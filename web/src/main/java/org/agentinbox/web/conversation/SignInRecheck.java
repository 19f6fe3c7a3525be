package org.agentinbox.web.conversation;

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
 * Every 10 s closes the sockets whose sign-in does not hold any more. Most were closed at once when it ended; these are the ones whose
 * sign-in ended on another node, in the database, or while they were being opened. Apart from the {@link Heartbeat}: a database that
 * hangs must not keep pings back.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SignInRecheck {

    private static final Logger LOG = Logger.getLogger(SignInRecheck.class.getName());
    private static final int PERIOD_SECONDS = 10;

    @Inject
    private SignInSockets sockets;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::recheck, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    private void recheck() {
        try {
            sockets.closeEnded();
        } catch (RuntimeException e) {
            // Nothing is known, so nothing is closed: people chat on as soon as the database is back.
            LOG.log(Level.WARNING, "Sign-ins could not be looked up: {0}", e.toString());
        }
    }
}
