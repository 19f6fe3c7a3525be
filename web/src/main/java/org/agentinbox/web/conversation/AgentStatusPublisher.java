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
 * Tells administrators within a second of changes in the state of agents. It polls twice a second while any of their pages is open, because
 * agents also change on other nodes, and because hours begin and end by time alone.
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
            // All of them may see the same, so the state is read once, for the first of them.
            admins.all().stream().findFirst().map(AdminSocket::look).ifPresent(this::tell);
        } catch (RuntimeException e) {
            // The database is not available, which is logged elsewhere; pages keep what they show.
            LOG.log(Level.FINE, "Nobody knows how the agents are doing", e);
        }
    }

    private void tell(List<AgentStatus> statuses) {
        admins.all().forEach(admin -> admin.tell(statuses));
    }
}
