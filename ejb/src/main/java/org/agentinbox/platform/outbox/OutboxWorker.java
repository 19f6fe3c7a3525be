package org.agentinbox.platform.outbox;

import java.time.Clock;
import java.util.List;
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
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/**
 * Polls the {@link Outbox} when a message was put on this node, and once a second for messages of other nodes and for those to try again.
 * Mostly this is one index look-up for each kind, without a result. {@link OutboxDispatcher} does the sending.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class OutboxWorker {

    private static final Logger LOG = Logger.getLogger(OutboxWorker.class.getName());
    private static final long PERIOD_MILLIS = 1_000;

    @Inject
    private OutboxRepository repository;
    @Inject
    private OutboxSignal signal;
    @Inject
    private Clock clock;
    @Inject
    @Any
    private Instance<OutboxSender> senders;
    @Resource
    private ManagedThreadFactory threads;
    private List<OutboxDispatcher> dispatchers;
    private Thread work;

    @PostConstruct
    void start() {
        dispatchers = senders.handlesStream()
            .map(sender -> new OutboxDispatcher(kind(sender), sender.get(), repository, clock, threads, signal::signal))
            .toList();
        work = threads.newThread(this::work);
        work.start();
    }

    @PreDestroy
    void stop() {
        work.interrupt();
        dispatchers.forEach(OutboxDispatcher::stop);
    }

    private static String kind(Instance.Handle<OutboxSender> sender) {
        return sender.getBean().getQualifiers().stream().filter(OutboxKind.class::isInstance).map(OutboxKind.class::cast)
            .map(OutboxKind::value).findFirst().orElseThrow(() -> new IllegalStateException(sender.getBean() + " has no kind."));
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                dispatchers.forEach(OutboxWorker::sendDue);
                signal.await(PERIOD_MILLIS);
            }
        } catch (InterruptedException e) {
            // The server stops.
            Thread.currentThread().interrupt();
        }
    }

    private static void sendDue(OutboxDispatcher dispatcher) {
        try {
            dispatcher.sendDue();
        } catch (Exception e) {
            // The database is not available, also where the commit fails (RollbackException is checked): all messages are still there when
            // it is back.
            LOG.log(Level.WARNING, "The outbox waits: {0}", LogText.oneLine(e.toString()));
        }
    }
}
