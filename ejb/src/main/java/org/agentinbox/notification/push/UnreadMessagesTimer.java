package org.agentinbox.notification.push;

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

/** Once a second: messages whose agents are away. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class UnreadMessagesTimer {

    private static final Logger LOG = Logger.getLogger(UnreadMessagesTimer.class.getName());

    @Inject
    private UnreadMessages messages;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::push, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    private void push() {
        try {
            messages.pushDue();
        } catch (Exception e) {
            // Also at the commit (RollbackException is checked).
            LOG.log(Level.WARNING, "Messages wait to be pushed: {0}", LogText.oneLine(e.toString()));
        }
    }
}
