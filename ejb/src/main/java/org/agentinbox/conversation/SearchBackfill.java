package org.agentinbox.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Writes the search documents of chats that ended before search was introduced. It works in small runs, so that other deadlines can be
 * handled between them.
 */
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
