package org.agentinbox.routing.rule;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.availability.Candidates;
import org.agentinbox.configuration.ConfigurationPart;
import org.agentinbox.configuration.ConfigurationProblem.Reason;
import org.agentinbox.configuration.Members;
import org.agentinbox.configuration.OpenPart;
import org.agentinbox.configuration.References;
import org.agentinbox.configuration.Section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Custom rules in the configuration, in the order in which they are tried. */
@ApplicationScoped
class RuleConfiguration implements ConfigurationPart {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Rules rules;
    @Inject
    private Candidates candidates;

    @Override
    public Section section() {
        return Section.RULES;
    }

    @Override
    public void lock() {
        rules.lock();
    }

    @Override
    public OpenPart<RuleWish> open(References references) {
        return new Open(references);
    }

    private final class Open implements OpenPart<RuleWish> {

        private final References references;
        private final Set<UUID> taking = candidates.takingChats();
        private final List<RuleView> before = rules.all();

        private Open(References references) {
            this.references = references;
        }

        @Override
        public List<Stored> stored() {
            return before.stream().map(rule -> new Stored(rule.id(), rule.is().name(), json(rule.is()))).toList();
        }

        private JsonObject json(RuleWish is) {
            JsonObjectBuilder json = JSON.createObjectBuilder().add("name", is.name()).add("active", is.active())
                .add("matching", is.matching().name()).add("conditions", ConditionsDocument.write(is.conditions()));
            if (is.teamId() != null) {
                return json.add("team", references.team(is.teamId())).build();
            }
            JsonArrayBuilder agents = JSON.createArrayBuilder();
            is.agents().stream().map(references::userName).filter(Objects::nonNull).sorted().forEach(agents::add);
            return json.add("agents", agents).build();
        }

        @Override
        public int most() {
            return RuleService.MOST;
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
        public Wanted<RuleWish> read(Members item, UUID id) {
            String name = item.wantedLine("name", RoutingRule.LONGEST_NAME);
            boolean active = item.flag("active", true);
            RuleMatching matching = item.name("matching", RuleMatching.class, RuleMatching.ALL);
            List<Condition> conditions = item.objects("conditions").stream().map(Open::condition).filter(Objects::nonNull).toList();
            UUID team = references.team(item, "team");
            Set<UUID> agents = item.has("team") ? Set.of() : agents(item, id);
            return item.make(() -> wanted(id, new RuleWish(name, active, matching, conditions, agents, team)), Map.of());
        }

        private static Condition condition(Members item) {
            item.want("subject");
            item.want("comparison");
            Subject subject = item.name("subject", Subject.class, null);
            Comparison comparison = item.name("comparison", Comparison.class, null);
            String attribute = subject == Subject.ATTRIBUTE ? item.text("attribute") : null;
            String value = comparison == null || comparison.needsValue() ? item.text("value") : null;
            return item.make(() -> new Condition(subject, attribute, comparison, value), Map.of());
        }

        private Set<UUID> agents(Members item, UUID id) {
            Set<UUID> named = before.stream().filter(rule -> rule.id().equals(id)).flatMap(rule -> rule.is().agents().stream())
                .collect(Collectors.toSet());
            return item.texts("agents", (user, place) -> {
                UUID agent = references.user(user, place);
                if (agent != null && !taking.contains(agent) && !named.contains(agent)) {
                    place.problem(Reason.TAKES_NO_CHATS);
                }
                return agent;
            });
        }

        private Wanted<RuleWish> wanted(UUID id, RuleWish wish) {
            RoutingRule rule = new RoutingRule(id, 0);
            rule.write(wish, clock.instant());
            return new Wanted<>(json(rule.view().is()), wish);
        }

        @Override
        public void add(UUID id, Wanted<RuleWish> wanted) {
            RoutingRule rule = new RoutingRule(id, 0);
            rule.write(wanted.wish(), clock.instant());
            em.persist(rule);
        }

        @Override
        public void change(UUID id, Wanted<RuleWish> wanted) {
            em.find(RoutingRule.class, id).write(wanted.wish(), clock.instant());
        }

        @Override
        public void order(List<UUID> ids) {
            for (int i = 0; i < ids.size(); i++) {
                em.find(RoutingRule.class, ids.get(i)).moveTo(i + 1);
            }
        }

        @Override
        public void remove(List<UUID> ids) {
            ids.forEach(id -> em.remove(em.find(RoutingRule.class, id)));
        }
    }
}
