package org.agentinbox.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Chats that ended before there was a search are to be found. What else is due goes between any two runs. */
@ApplicationScoped
@DeadlineKind("SEARCH_BACKFILL")
class SearchBackfill implements DeadlineHandler {

    @Inject
    private SearchIndex index;

    @Override
    public Optional<Instant> due(UUID nothing, Instant now) {
        return index.backfill() ? Optional.of(now) : Optional.empty();
    }
}
