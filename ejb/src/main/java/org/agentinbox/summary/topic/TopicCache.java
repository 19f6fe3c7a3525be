package org.agentinbox.summary.topic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.agentinbox.summary.api.ListedTopicView;
import org.agentinbox.summary.builtin.TopicMatcher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The administrators' topics, kept in memory together with their matcher. A change is in effect on every node within seconds. */
@ApplicationScoped
public class TopicCache {

    private static final Duration FRESH = Duration.ofSeconds(5);

    /** What was read, and when. */
    private record Read(Instant at, List<ListedTopicView> topics, TopicMatcher matcher) {}

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    private volatile Read read;

    @Transactional
    public TopicMatcher now() {
        Read last = read;
        Instant now = clock.instant();
        if (last == null || last.at().plus(FRESH).isBefore(now)) {
            List<ListedTopicView> topics = em.createQuery("SELECT t FROM ListedTopic t ORDER BY t.name", ListedTopic.class)
                .getResultStream().map(ListedTopic::view).toList();
            last = new Read(now, topics, last != null && last.topics().equals(topics) ? last.matcher() : new TopicMatcher(topics));
            read = last;
        }
        return last.matcher();
    }
}
