package org.agentinbox.team;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Teams in the configuration. A team is known by its name: under another name it is another team. */
@ApplicationScoped
class TeamConfiguration implements ConfigurationPart {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Teams teams;
    @Inject
    private Candidates candidates;
    @Inject
    private Event<TeamRemoval> removal;

    @Override
    public Section section() {
        return Section.TEAMS;
    }

    @Override
    public void lock() {
        teams.lock();
    }

    @Override
    public OpenPart<TeamWish> open(References references) {
        return new Open(references);
    }

    private final class Open implements OpenPart<TeamWish> {

        private final References references;
        private final Set<UUID> taking = candidates.takingChats();
        private final Map<UUID, TeamView> before = teams.all().stream().collect(Collectors.toMap(TeamView::id, team -> team));

        private final Map<UUID, Set<UUID>> moved = new HashMap<>();

        private Open(References references) {
            this.references = references;
        }

        @Override
        public List<Stored> stored() {
            return before.values().stream().sorted(Comparator.comparing(TeamView::name, String.CASE_INSENSITIVE_ORDER))
                .map(team -> new Stored(team.id(), team.name(), json(team))).toList();
        }

        private JsonObject json(TeamView team) {
            JsonObjectBuilder json = JSON.createObjectBuilder().add("name", team.name());
            JsonArrayBuilder members = JSON.createArrayBuilder();
            team.members().stream().map(references::userName).filter(Objects::nonNull).sorted().forEach(members::add);
            json.add("members", members);
            if (references.userName(team.leadId()) != null) {
                json.add("lead", references.userName(team.leadId()));
            }
            return json.build();
        }

        @Override
        public int most() {
            return TeamService.MOST;
        }

        @Override
        public String key(Members item) {
            return item.key("name");
        }

        @Override
        public Wanted<TeamWish> read(Members item, UUID id) {
            String name = item.wantedLine("name", Team.LONGEST_NAME);
            Set<UUID> named = before.containsKey(id) ? before.get(id).members() : Set.of();
            Set<UUID> members = item.texts("members", (user, place) -> {
                UUID member = references.user(user, place);
                if (member != null && !taking.contains(member) && !named.contains(member)) {
                    place.problem(Reason.TAKES_NO_CHATS);
                }
                return member;
            });
            UUID lead = references.user(item, "lead");
            return item.make(() -> wanted(id, new TeamWish(name, new HashSet<>(members), lead)), Map.of());
        }

        private Wanted<TeamWish> wanted(UUID id, TeamWish wish) {
            Team team = new Team(id);
            team.write(wish, clock.instant());
            return new Wanted<>(json(team.view()), wish);
        }

        @Override
        public void add(UUID id, Wanted<TeamWish> wanted) {
            Team team = new Team(id);
            team.write(wanted.wish(), clock.instant());
            em.persist(team);
        }

        @Override
        public void change(UUID id, Wanted<TeamWish> wanted) {
            em.find(Team.class, id).write(wanted.wish(), clock.instant());
            moved.put(id, wanted.wish().members());
        }

        @Override
        public void remove(List<UUID> ids) {
            ids.forEach(id -> {
                removal.fire(new TeamRemoval(id));
                em.remove(em.find(Team.class, id));
                moved.put(id, Set.of());
            });
        }

        @Override
        public void changed() {
            moved.forEach((id, members) -> teams.moved(before.get(id).members(), members));
        }
    }
}
