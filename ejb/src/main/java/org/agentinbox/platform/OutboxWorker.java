package org.agentinbox.platform;

import java.time.Clock;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * Looks into the {@link Outbox} when something was put on this node, and once a second for what other nodes left or what is to be tried
 * again: one index look-up for each kind that finds nothing, most of the time. Sends nothing itself, see {@link OutboxLane}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxWorker {

    private static final Logger LOG = Logger.getLogger(OutboxWorker.class.getName());
    private static final long PERIOD_MILLIS = 1_000;

    @EJB
    private OutboxRows rows;
    @Inject
    private OutboxBell bell;
    @Inject
    private Clock clock;
    @Inject
    @Any
    private Instance<OutboxSender> senders;
    @Resource
    private ManagedThreadFactory threads;
    private List<OutboxLane> lanes;
    private Thread watch;

    @PostConstruct
    void start() {
        lanes = senders.handlesStream()
            .map(sender -> new OutboxLane(kind(sender), sender.get(), rows, clock, threads, bell::ring))
            .toList();
        watch = threads.newThread(this::watch);
        watch.start();
    }

    @PreDestroy
    void stop() {
        watch.interrupt();
        lanes.forEach(OutboxLane::stop);
    }

    private static String kind(Instance.Handle<OutboxSender> sender) {
        return sender.getBean().getQualifiers().stream().filter(OutboxKind.class::isInstance).map(OutboxKind.class::cast)
            .map(OutboxKind::value).findFirst().orElseThrow(() -> new IllegalStateException(sender.getBean() + " has no kind."));
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lanes.forEach(OutboxWorker::sendDue);
                bell.await(PERIOD_MILLIS);
            }
        } catch (InterruptedException e) {
            // The server stops.
            Thread.currentThread().interrupt();
        }
    }

    private static void sendDue(OutboxLane lane) {
        try {
            lane.sendDue();
        } catch (RuntimeException e) {
            // The database is away: everything is still there when it is back.
            LOG.log(Level.WARNING, "The outbox waits: {0}", e.toString());
        }
    }
}
