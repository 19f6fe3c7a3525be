package org.agentinbox.summary;

import java.time.Duration;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.agentinbox.platform.outbox.OutboxKind;
import org.agentinbox.platform.outbox.OutboxSender;
import org.agentinbox.platform.outbox.RetryAfterException;
import org.agentinbox.summary.api.SummariserException;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.endpoint.Endpoint;
import org.agentinbox.summary.endpoint.EndpointClient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Has the endpoint write the final summaries of chats that ended. The built-in ones are stored before, and stay where the endpoint fails.
 */
@ApplicationScoped
@OutboxKind(FinalEndpointSummaries.KIND)
class FinalEndpointSummaries implements OutboxSender {

    static final String KIND = "SUMMARY";
    private static final Logger LOG = Logger.getLogger(FinalEndpointSummaries.class.getName());
    /** For how long a request is tried again. */
    static final Duration PATIENCE = Duration.ofHours(1);

    @Inject
    private Endpoint endpoint;
    @Inject
    private EndpointSummaryStore summaries;
    @Inject
    private Event<SummaryChanged> changed;

    @Override
    public void send(String conversation) throws RetryAfterException {
        UUID conversationId = UUID.fromString(conversation);
        EndpointSummaryStore.Stored stored = summaries.readEnded(conversationId)
            .filter(s -> endpoint.isConfigured() && !s.turns().isEmpty()).orElse(null);
        if (stored == null) {
            return;
        }
        try {
            Summary summary = endpoint.write(conversationId, stored.turns(), stored.topics(), stored.names());
            summaries.ended(conversationId, summary).ifPresent(view -> changed.fire(new SummaryChanged(stored.agentId(), view)));
        } catch (SummariserException e) {
            if (e.isWorthAnotherTry()) {
                throw new RetryAfterException(e.getMessage(), EndpointClient.PAUSE);
            }
            LOG.log(Level.FINE, "The built-in summary of {0} stays: {1}", new Object[]{conversationId, e.getMessage()});
        }
    }
}
