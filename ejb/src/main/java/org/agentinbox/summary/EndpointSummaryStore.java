package org.agentinbox.summary;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.summary.builtin.PersonNames;
import org.agentinbox.conversation.ConversationTopics;
import org.agentinbox.summary.api.Summary;
import org.agentinbox.summary.api.Turn;
import org.agentinbox.summary.builtin.TopicMatcher;
import org.agentinbox.summary.topic.TopicCache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Reads before and writes after a request to the endpoint, each in a short transaction of its own, so that no transaction is open during
 * the request.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class EndpointSummaryStore {

    /**
     * What a request is about.
     *
     * @param agentId who has or had the chat
     */
    record Stored(UUID agentId, List<Turn> turns, TopicMatcher topics, PersonNames names) {}

    @PersistenceContext
    private EntityManager em;
    @Inject
    private SummaryRepository repository;
    @Inject
    private TopicCache topics;
    @Inject
    private KnownNames names;
    @Inject
    private ConversationTopics conversationTopics;
    @Inject
    private Clock clock;

    /**
     * @param conversationId of any conversation
     * @return what is to be summarised; empty where the conversation is gone or nobody accepted it
     */
    Optional<Stored> read(UUID conversationId) {
        return agent(conversationId).map(agent -> {
            List<Turn> turns = repository.turns(conversationId);
            return new Stored(agent, turns, topics.now(), names.of(conversationId, turns));
        });
    }

    /**
     * @param conversationId of any conversation
     * @return what is to be summarised; empty also where the final summary is gone, or was not written by the built-in method
     */
    Optional<Stored> readEnded(UUID conversationId) {
        return repository.find(conversationId).filter(kept -> kept.model() == null).flatMap(kept -> read(conversationId));
    }

    /**
     * Stores the topics of an active chat.
     *
     * @param lastSeq the last message that the summary takes into account
     * @return the summary as agents see it; empty where a message has come since or the chat has ended
     */
    Optional<SummaryView> live(UUID conversationId, int lastSeq, Summary summary) {
        boolean current = !em.createNativeQuery("""
            SELECT CAST(c.id AS text) FROM conversation c WHERE c.id = :id AND c.state <> 'ENDED'
            AND :last = (SELECT MAX(m.seq) FROM message m WHERE m.conversation_id = :id AND m.kind = 'TEXT')
            """).setParameter("id", conversationId).setParameter("last", lastSeq).getResultList().isEmpty();
        if (!current) {
            return Optional.empty();
        }
        conversationTopics.replace(conversationId, summary.topics());
        return Optional.of(SummaryView.of(conversationId, summary, clock.instant(), false));
    }

    /**
     * Replaces the built-in method's final summary.
     *
     * @return the summary as agents see it; empty where there is none to replace
     */
    Optional<SummaryView> ended(UUID conversationId, Summary summary) {
        return repository.replace(conversationId, summary, clock.instant()) ? repository.find(conversationId) : Optional.empty();
    }

    private Optional<UUID> agent(UUID conversationId) {
        List<?> agents = em.createNativeQuery("SELECT agent_id FROM conversation WHERE id = :id AND agent_id IS NOT NULL", UUID.class)
            .setParameter("id", conversationId).getResultList();
        return agents.stream().map(UUID.class::cast).findFirst();
    }
}
