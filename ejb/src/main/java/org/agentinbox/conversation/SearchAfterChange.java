package org.agentinbox.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Renews the search documents of a visitor whose name or email changed, so that past chats are found by the current ones. */
@ApplicationScoped
@DeadlineKind(SearchIndex.WHO)
class SearchAfterChange implements DeadlineHandler {

    @Inject
    private SearchIndex index;

    @Override
    public Optional<Instant> due(UUID visitorId, Instant now) {
        return index.refresh(visitorId) ? Optional.of(now) : Optional.empty();
    }
}
