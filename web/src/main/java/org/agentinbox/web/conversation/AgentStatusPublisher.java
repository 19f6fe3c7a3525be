package org.agentinbox.web.conversation;

import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.routing.AgentStatus;

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
 * Tells administrators within a second how the agents are doing: looks twice a second while any of their pages is open. Looking
 * beats listening: agents come, go and fill up on other nodes, and hours begin and end because time passes.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class AgentStatusPublisher {

    private static final Logger LOG = Logger.getLogger(AgentStatusPublisher.class.getName());
    private static final int PERIOD_MILLIS = 500;

    @Inject
    private AdminSockets admins;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::publish, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    private void publish() {
        try {
            // All of them may see the same, so one looks for all.
            admins.all().stream().findFirst().map(AdminSocket::look).ifPresent(this::tell);
        } catch (RuntimeException e) {
            // The database is away, and others have said so: what is shown gets old.
            LOG.log(Level.FINE, "Nobody knows how the agents are doing", e);
        }
    }

    private void tell(List<AgentStatus> statuses) {
        admins.all().forEach(admin -> admin.tell(statuses));
    }
}
