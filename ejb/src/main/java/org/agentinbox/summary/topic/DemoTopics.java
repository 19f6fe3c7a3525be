package org.agentinbox.summary.topic;

import java.time.Clock;

import org.agentinbox.platform.Ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Stores the topics of the demo data. Works in its caller's transaction. */
@ApplicationScoped
public class DemoTopics {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /** @param file as {@link TopicList#importFile} takes it */
    public void add(byte[] file) {
        TopicFile.read(file).soundRows().forEach(row -> em.persist(new ListedTopic(Ids.next(clock.instant()), row.name(), row.synonyms(),
            clock.instant())));
    }
}
