package org.agentinbox.summary;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes the final summary of a chat that ended. */
@ApplicationScoped
@DeadlineKind(FinalSummaries.ENDED)
class SummaryAfterEnd implements DeadlineHandler {

    @Inject
    private FinalSummaries summaries;

    @Override
    public Optional<Instant> due(UUID conversationId, Instant now) {
        summaries.keep(conversationId, now);
        return Optional.empty();
    }
}
