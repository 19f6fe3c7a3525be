package org.agentinbox.routing;

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

/** Looks each second on every node for offers whose agents are gone; while none is pending, it is one look-up in an index. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class OfferReachTimer {

    private static final Logger LOG = Logger.getLogger(OfferReachTimer.class.getName());
    private static final long PERIOD_SECONDS = 1;

    @Inject
    private OfferReach reach;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::look, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    private void look() {
        try {
            reach.overdue().forEach(reach::passOn);
        } catch (Exception e) {
            // The database is not available, or somebody else answered the offer; the next look finds what is still pending.
            LOG.log(Level.FINE, "Offers wait", e);
        }
    }
}
