package org.agentinbox.summary;

import java.util.List;
import java.util.UUID;

import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.api.Turn;
import org.agentinbox.summary.builtin.BuiltInSummariser;
import org.agentinbox.summary.endpoint.Endpoint;
import org.agentinbox.summary.topic.TopicCache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Writes the summary of a stored conversation, with the topics that the administrators keep. What is not a message to the visitor is not
 * read.
 * Never waits for the endpoint; what that wrote already of the same messages goes before the built-in one.
 */
@ApplicationScoped
class SummaryWriter {

    @Inject
    private SummaryRepository repository;
    @Inject
    private TopicCache topics;
    @Inject
    private KnownNames names;
    @Inject
    private Endpoint endpoint;

    /** @return of what is stored now */
    Summary write(UUID conversationId) {
        List<Turn> turns = repository.turns(conversationId);
        return endpoint.remembered(conversationId, turns)
            .orElseGet(() -> new BuiltInSummariser(topics.now(), names.of(conversationId, turns)).summarise(turns));
    }
}
