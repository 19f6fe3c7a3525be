package org.agentinbox.answer;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.configuration.ConfigurationPart;
import org.agentinbox.configuration.Members;
import org.agentinbox.configuration.OpenPart;
import org.agentinbox.configuration.References;
import org.agentinbox.configuration.Section;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The shared canned answers in the configuration. Those of agents are their own. */
@ApplicationScoped
class AnswerConfiguration implements ConfigurationPart {

    /** Refusals of the text name no field. */
    private static final Map<String, String> PLACES = Map.of("", "text");

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    @Override
    public Section section() {
        return Section.ANSWERS;
    }

    @Override
    public void lock() {
        em.createNativeQuery(CannedAnswers.LOCK).executeUpdate();
    }

    @Override
    public OpenPart<AnswerView> open(References references) {
        return new Open();
    }

    private final class Open implements OpenPart<AnswerView> {

        @Override
        public List<Stored> stored() {
            return em.createQuery("SELECT a FROM CannedAnswer a WHERE a.ownerId IS NULL", CannedAnswer.class).getResultStream()
                .map(CannedAnswer::view).sorted(Comparator.comparing(AnswerView::shortcut))
                .map(answer -> new Stored(answer.id(), answer.shortcut(), json(answer))).toList();
        }

        private static JsonObject json(AnswerView answer) {
            return JSON.createObjectBuilder().add("shortcut", answer.shortcut()).add("text", answer.text()).build();
        }

        @Override
        public int most() {
            return CannedAnswers.MOST_SHARED;
        }

        @Override
        public String key(Members item) {
            String typed = item.key("shortcut");
            try {
                return typed == null ? null : CannedAnswer.shortcut(typed);
            } catch (RefusedException e) {
                return null;
            }
        }

        @Override
        public Wanted<AnswerView> read(Members item, UUID id) {
            String shortcut = item.wantedText("shortcut");
            String text = item.wantedText("text");
            return item.make(() -> {
                AnswerView answer = new CannedAnswer(id, null, shortcut, text, clock.instant()).view();
                return new Wanted<>(json(answer), answer);
            }, PLACES);
        }

        @Override
        public void add(UUID id, Wanted<AnswerView> wanted) {
            em.persist(new CannedAnswer(id, null, wanted.wish().shortcut(), wanted.wish().text(), clock.instant()));
        }

        @Override
        public void change(UUID id, Wanted<AnswerView> wanted) {
            em.find(CannedAnswer.class, id).write(null, wanted.wish().shortcut(), wanted.wish().text(), clock.instant());
        }

        @Override
        public void remove(List<UUID> ids) {
            ids.forEach(id -> em.remove(em.find(CannedAnswer.class, id)));
        }
    }
}
