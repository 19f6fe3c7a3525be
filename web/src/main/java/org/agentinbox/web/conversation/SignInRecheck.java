package org.agentinbox.web.conversation;

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
 * Closes sockets whose sign-in is no longer valid, every 3 s. Most are closed as soon as it ends; this finds those whose sign-in ended in
 * the database, while the socket was being opened, or on another node whose hint was lost, within 5 s all the same. It is separate from the
 * {@link Heartbeat}, because a database that does not answer must not delay pings.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SignInRecheck {

    private static final Logger LOG = Logger.getLogger(SignInRecheck.class.getName());
    private static final int PERIOD_SECONDS = 3;

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
            // Without an answer nothing is closed: people go on as soon as the database is back.
            LOG.log(Level.WARNING, "Sign-ins could not be looked up: {0}", LogText.oneLine(e.toString()));
        }
    }
}
