package org.agentinbox.summary;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.summary.api.SummariserException;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.endpoint.Endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Has the endpoint write the summaries of chats that go on, where one is set. It comes after the built-in one and takes its place; where it
 * fails,
 * or has been overtaken by another message, the built-in one stays.
 */
@ApplicationScoped
class EndpointSummaries {

    private static final Logger LOG = Logger.getLogger(EndpointSummaries.class.getName());
    private static final int AT_A_TIME = 4;
    /** Between two questions about one chat. */
    private static final Duration SPACING = Duration.ofSeconds(5);

    @Inject
    private Endpoint endpoint;
    @Inject
    private EndpointSummaryStore summaries;
    @Inject
    private Event<SummaryChanged> changed;
    @Inject
    private Clock clock;
    private volatile ScheduledThreadPoolExecutor threads;
    private volatile Coalescer<UUID> questions;

    /** @param factory makes the threads that wait for the endpoint */
    void start(ThreadFactory factory) {
        if (endpoint.isConfigured()) {
            threads = new ScheduledThreadPoolExecutor(AT_A_TIME, factory);
            questions = new Coalescer<>(clock, SPACING, (task, pause) -> threads.schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS),
                this::write);
        }
    }

    void stop() {
        if (threads != null) {
            threads.shutdownNow();
        }
    }

    /** The conversation has another built-in summary. Returns at once. */
    void ask(UUID conversationId) {
        if (questions != null && !threads.isShutdown()) {
            questions.ask(conversationId);
        }
    }

    private void write(UUID conversationId) {
        try {
            summaries.read(conversationId).filter(stored -> !stored.turns().isEmpty()).ifPresent(stored -> {
                Summary summary = endpoint.write(conversationId, stored.turns(), stored.topics(), stored.names());
                summaries.live(conversationId, Endpoint.lastSeq(stored.turns()), summary)
                    .ifPresent(view -> changed.fire(new SummaryChanged(stored.agentId(), view)));
            });
        } catch (SummariserException e) {
            LOG.log(Level.FINE, "The built-in summary of {0} stays: {1}", new Object[]{conversationId, e.getMessage()});
        } catch (Exception e) {
            // Also at the commit (RollbackException is checked). The next message brings it.
            LOG.log(Level.WARNING, "The endpoint's summary of " + conversationId + " could not be kept.", e);
        }
    }
}
