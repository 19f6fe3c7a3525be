package org.agentinbox.summary;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Makes the final summaries of chats that ended before summaries were introduced. It works in small runs, so that other deadlines can be
 * handled between them.
 */
@ApplicationScoped
@DeadlineKind(FinalSummaries.MISSING)
class MissingSummaries implements DeadlineHandler {

    @Inject
    private FinalSummaries summaries;

    @Override
    public Optional<Instant> due(UUID nothing, Instant now) {
        return summaries.keepMissing(now) ? Optional.of(now) : Optional.empty();
    }
}
