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
 * Tells pages that show what goes on what has changed, once a second: so a burst of changes is one frame. It asks instead of listening,
 * because much changes by time alone and on other nodes; while no page is open, it asks nobody.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class NowPublisher {

    private static final Logger LOG = Logger.getLogger(NowPublisher.class.getName());

    @Inject
    private NowSockets pages;
    @Resource
    private ManagedScheduledExecutorService executor;
    private ScheduledFuture<?> timer;

    @PostConstruct
    void start() {
        timer = executor.scheduleWithFixedDelay(this::publish, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        timer.cancel(false);
    }

    private void publish() {
        pages.all().forEach(NowPublisher::refresh);
    }

    private static void refresh(NowSocket page) {
        try {
            page.refresh();
        } catch (Exception e) {
            // The database is not available, which is logged elsewhere; the page keeps what it shows.
            LOG.log(Level.FINE, "A page keeps what it shows", e);
        }
    }
}
