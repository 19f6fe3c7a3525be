package org.agentinbox.routing;

import java.util.UUID;
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
 * Looks twice a second on every node whether somebody waits in the queue whom an agent can serve. It polls instead of listening, because
 * there are many ways in which an agent gets time, some by time alone and some on other nodes; while nobody waits, it is one look-up in an
 * index.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class QueueTimer {

    private static final Logger LOG = Logger.getLogger(QueueTimer.class.getName());
    private static final long PERIOD_MILLIS = 500;

    @Inject
    private QueueTurns turns;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::serve, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    private void serve() {
        try {
            for (UUID conversationId : turns.due()) {
                if (!turns.serve(conversationId) && turns.due().isEmpty()) {
                    return;
                }
            }
        } catch (Exception e) {
            // The database is not available, or somebody else ended the chat; the next look finds who still waits.
            LOG.log(Level.FINE, "The queue waits", e);
        }
    }
}
