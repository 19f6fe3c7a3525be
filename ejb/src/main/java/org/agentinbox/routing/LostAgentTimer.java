package org.agentinbox.routing;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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

/** Looks every second on every node for chats whose agent lost the connection. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class LostAgentTimer {

    private static final Logger LOG = Logger.getLogger(LostAgentTimer.class.getName());
    private static final long PERIOD_MILLIS = 1_000;

    @Inject
    private LostAgents lost;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    private void look() {
        try {
            each(lost.look(), lost::keep);
            each(lost.due(), lost::offerOn);
        } catch (Exception e) {
            // The database is not available; what is noted there stays, and the next look goes on.
            LOG.log(Level.FINE, "Nobody knows whose agent is gone", e);
        }
    }

    /** What fails for one chat, such as one that was just purged, must not keep others waiting. */
    private static void each(List<UUID> conversations, Consumer<UUID> act) {
        for (UUID conversation : conversations) {
            try {
                act.accept(conversation);
            } catch (Exception e) {
                LOG.log(Level.FINE, "A chat whose agent is gone waits: " + conversation, e);
            }
        }
    }
}
