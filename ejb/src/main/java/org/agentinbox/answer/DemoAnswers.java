package org.agentinbox.answer;

import java.time.Clock;
import java.util.UUID;

import org.agentinbox.platform.Ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Makes the canned answers of the demo data. Works in its caller's transaction. */
@ApplicationScoped
public class DemoAnswers {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /**
     * @param file in the format of {@link CannedAnswers#importFile}
     * @param owner of those that are not shared
     */
    public void add(byte[] file, UUID owner) {
        AnswerFile.read(file).soundRows()
            .forEach(row -> em.persist(new CannedAnswer(Ids.next(clock.instant()), row.shared() ? null : owner, row.shortcut(), row.text(),
                clock.instant())));
    }
}
