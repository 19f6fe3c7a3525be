package org.agentinbox.conversation.wrapup;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.configuration.ConfigurationPart;
import org.agentinbox.configuration.Members;
import org.agentinbox.configuration.OpenPart;
import org.agentinbox.configuration.References;
import org.agentinbox.configuration.Section;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** A list of the wrap-up in the configuration. An item is known by its English name: under another one it is another item. */
abstract class ListConfiguration implements ConfigurationPart {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private WrapUpChoices choices;

    abstract ChoiceKind kind();

    @Override
    public Section section() {
        return kind() == ChoiceKind.OUTCOME ? Section.OUTCOMES : Section.TAGS;
    }

    @Override
    public void lock() {
        choices.lock();
    }

    @Override
    public OpenPart<ChoiceWish> open(References references) {
        return new Open();
    }

    private final class Open implements OpenPart<ChoiceWish> {

        @Override
        public List<Stored> stored() {
            return choices.views(kind()).stream().map(choice -> new Stored(choice.id(), choice.is().name(), json(choice.is()))).toList();
        }

        private static JsonObject json(ChoiceWish is) {
            JsonObjectBuilder json = JSON.createObjectBuilder().add("name", is.name());
            if (is.nameKo() != null) {
                json.add("nameKo", is.nameKo());
            }
            return json.add("active", is.active()).build();
        }

        @Override
        public int most() {
            return kind().most();
        }

        @Override
        public boolean isOrdered() {
            return true;
        }

        @Override
        public String key(Members item) {
            return item.key("name");
        }

        @Override
        public Wanted<ChoiceWish> read(Members item, UUID id) {
            String name = item.wantedLine("name", WrapUpChoice.LONGEST_NAME);
            String nameKo = item.text("nameKo");
            boolean active = item.flag("active", true);
            return item.make(() -> wanted(id, new ChoiceWish(name, nameKo, active)), Map.of());
        }

        private Wanted<ChoiceWish> wanted(UUID id, ChoiceWish wish) {
            ChoiceWish sound = made(id, wish).view().is();
            return new Wanted<>(json(sound), sound);
        }

        private WrapUpChoice made(UUID id, ChoiceWish wish) {
            WrapUpChoice choice = new WrapUpChoice(id, kind(), 0);
            choice.write(wish, clock.instant());
            return choice;
        }

        @Override
        public void add(UUID id, Wanted<ChoiceWish> wanted) {
            em.persist(made(id, wanted.wish()));
        }

        @Override
        public void change(UUID id, Wanted<ChoiceWish> wanted) {
            em.find(WrapUpChoice.class, id).write(wanted.wish(), clock.instant());
        }

        @Override
        public void order(List<UUID> ids) {
            for (int i = 0; i < ids.size(); i++) {
                em.find(WrapUpChoice.class, ids.get(i)).moveTo(i + 1);
            }
        }

        @Override
        public void remove(List<UUID> ids) {
            ids.forEach(id -> em.find(WrapUpChoice.class, id).remove(clock.instant()));
        }
    }
}
