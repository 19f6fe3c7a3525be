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
 * Writes the summary of a stored conversation, using the administrators' topics. It reads only messages that visitors can see. It never
 * waits for the endpoint; where the endpoint has already summarised the same messages, that summary is used.
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

    /** @return the summary of the messages that are stored now */
    Summary write(UUID conversationId) {
        List<Turn> turns = repository.turns(conversationId);
        return endpoint.remembered(conversationId, turns)
            .orElseGet(() -> new BuiltInSummariser(topics.now(), names.of(conversationId, turns)).summarise(turns));
    }
}
