package org.agentinbox.summary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

/** Runs the thread that works through the {@link LiveSummaryQueue}, and those that wait for the endpoint. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SummaryWorker {

    @Inject
    private LiveSummaryQueue queue;
    @Inject
    private EndpointSummaries endpointSummaries;
    @Resource
    private ManagedThreadFactory threads;
    private Thread thread;

    @PostConstruct
    void start() {
        endpointSummaries.start(threads);
        thread = threads.newThread(this::work);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void work() {
        try {
            queue.work();
        } catch (InterruptedException e) {
            // The server stops.
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        thread.interrupt();
        endpointSummaries.stop();
    }
}
