package org.agentinbox.summary.topic;

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
import org.agentinbox.summary.api.ListedTopicView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The list of topics in the configuration. */
@ApplicationScoped
class TopicConfiguration implements ConfigurationPart {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    @Override
    public Section section() {
        return Section.TOPICS;
    }

    @Override
    public void lock() {
        em.createNativeQuery(TopicList.LOCK).executeUpdate();
    }

    @Override
    public OpenPart<ListedTopicView> open(References references) {
        return new Open();
    }

    private final class Open implements OpenPart<ListedTopicView> {

        @Override
        public List<Stored> stored() {
            return em.createQuery("SELECT t FROM ListedTopic t", ListedTopic.class).getResultStream().map(ListedTopic::view)
                .sorted(Comparator.comparing(ListedTopicView::name, String.CASE_INSENSITIVE_ORDER))
                .map(topic -> new Stored(topic.id(), topic.name(), json(topic))).toList();
        }

        private static JsonObject json(ListedTopicView topic) {
            return JSON.createObjectBuilder().add("name", topic.name()).add("synonyms", JSON.createArrayBuilder(topic.synonyms())).build();
        }

        @Override
        public int most() {
            return TopicList.MOST;
        }

        @Override
        public String key(Members item) {
            return item.key("name");
        }

        @Override
        public Wanted<ListedTopicView> read(Members item, UUID id) {
            String name = item.wantedText("name");
            List<String> synonyms = List.copyOf(item.texts("synonyms", (text, place) -> text));
            return item.make(() -> {
                ListedTopicView topic = new ListedTopic(id, name, synonyms, clock.instant()).view();
                return new Wanted<>(json(topic), topic);
            }, Map.of());
        }

        @Override
        public void add(UUID id, Wanted<ListedTopicView> wanted) {
            em.persist(new ListedTopic(id, wanted.wish().name(), wanted.wish().synonyms(), clock.instant()));
        }

        @Override
        public void change(UUID id, Wanted<ListedTopicView> wanted) {
            em.find(ListedTopic.class, id).write(wanted.wish().name(), wanted.wish().synonyms(), clock.instant());
        }

        @Override
        public void remove(List<UUID> ids) {
            ids.forEach(id -> em.remove(em.find(ListedTopic.class, id)));
        }
    }
}
