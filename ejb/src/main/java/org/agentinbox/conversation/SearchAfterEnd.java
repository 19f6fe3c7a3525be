package org.agentinbox.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Writes the search document of a chat that ended. */
@ApplicationScoped
@DeadlineKind(SearchIndex.ENDED)
class SearchAfterEnd implements DeadlineHandler {

    @Inject
    private SearchIndex index;

    @Override
    public Optional<Instant> due(UUID conversationId, Instant now) {
        index.write(conversationId);
        return Optional.empty();
    }
}
