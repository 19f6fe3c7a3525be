package org.agentinbox.summary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** As long as names and topics that it depends on may be out of date anyway. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    /** @param lastSeq of the last message that was read */
    private record Written(int lastSeq, Instant at, Summary summary) {}

    @Inject
    private SummaryRepository repository;
    @Inject
    private TopicCache topics;
    @Inject
    private KnownNames names;
    @Inject
    private Endpoint endpoint;
    @Inject
    private Clock clock;
    private final Map<UUID, Written> written = new HashMap<>();

    /** @return the summary of the messages that are stored now */
    Summary write(UUID conversationId) {
        List<Turn> turns = repository.turns(conversationId);
        Summary summary = endpoint.remembered(conversationId, Endpoint.lastSeq(turns))
            .orElseGet(() -> new BuiltInSummariser(topics.now(), names.of(conversationId, turns)).summarise(turns));
        keep(conversationId, new Written(Endpoint.lastSeq(turns), clock.instant(), summary));
        return summary;
    }

    /**
     * The same, without reading and summarising again what was summarised a moment ago: each inbox that has the conversation open asks for
     * the summary when it is told that there is a new one.
     *
     * @param lastSeq of the conversation's last message
     * @param isNextComing whether one of the later messages is being made, so that the one before will do
     */
    Summary write(UUID conversationId, int lastSeq, boolean isNextComing) {
        return endpoint.remembered(conversationId, lastSeq).or(() -> kept(conversationId, isNextComing ? 0 : lastSeq))
            .orElseGet(() -> write(conversationId));
    }

    private void keep(UUID conversationId, Written summary) {
        synchronized (written) {
            written.put(conversationId, summary);
            // Nothing is remembered for long of a chat, which may be erased.
            Instant over = summary.at().minus(FRESH);
            written.values().removeIf(one -> one.at().isBefore(over));
        }
    }

    private Optional<Summary> kept(UUID conversationId, int leastSeq) {
        Instant over = clock.instant().minus(FRESH);
        synchronized (written) {
            return Optional.ofNullable(written.get(conversationId)).filter(one -> one.lastSeq() >= leastSeq && !one.at().isBefore(over))
                .map(Written::summary);
        }
    }
}
