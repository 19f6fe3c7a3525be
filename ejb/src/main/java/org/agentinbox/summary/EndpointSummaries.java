package org.agentinbox.summary;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.securitylog.LoggedException;
import org.agentinbox.summary.api.SummariserException;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.endpoint.Endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Has the endpoint, where one is configured, write summaries of active chats. Such a summary replaces the built-in one, which stays where
 * the endpoint fails or another message has come meanwhile.
 */
@ApplicationScoped
class EndpointSummaries {

    private static final Logger LOG = Logger.getLogger(EndpointSummaries.class.getName());
    private static final int AT_A_TIME = 4;
    /** The shortest time between two requests about one chat. */
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

    /** Called when a conversation has a new built-in summary. Returns at once. */
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
            // This also catches a failed commit (RollbackException is checked). The next message has the summary made again.
            LOG.log(Level.WARNING, "The endpoint's summary of " + conversationId + " could not be kept.", LoggedException.of(e));
        }
    }
}
