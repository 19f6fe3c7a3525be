package org.agentinbox.entry;

import static org.agentinbox.platform.JsonApi.JSON;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.agentinbox.availability.Candidates;
import org.agentinbox.configuration.ConfigurationPart;
import org.agentinbox.configuration.ConfigurationProblem.Reason;
import org.agentinbox.configuration.Members;
import org.agentinbox.configuration.OpenPart;
import org.agentinbox.configuration.References;
import org.agentinbox.configuration.Section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Entries in the configuration, in the administrators' order. */
@ApplicationScoped
class EntryConfiguration implements ConfigurationPart {

    private static final Map<String, String> PLACES = Map.of("agent", "routing/agent", "team", "routing/team", "bookingAgent",
        "booking/agent", "bookingTeam", "booking/team");

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Entries entries;
    @Inject
    private Candidates candidates;

    @Override
    public Section section() {
        return Section.ENTRIES;
    }

    @Override
    public void lock() {
        entries.lock();
    }

    @Override
    public OpenPart<EntryWish> open(References references) {
        return new Open(references);
    }

    private final class Open implements OpenPart<EntryWish> {

        private final References references;
        private final Set<UUID> taking = candidates.takingChats();
        private final List<EntryView> before = entries.all();

        private Open(References references) {
            this.references = references;
        }

        @Override
        public List<Stored> stored() {
            return before.stream().map(entry -> new Stored(entry.id(), entry.key(), json(entry.key(), entry.is()))).toList();
        }

        private JsonObject json(String key, EntryWish is) {
            JsonObjectBuilder json = JSON.createObjectBuilder().add("key", key).add("name", is.name()).add("active", is.active())
                .add("routing", named("option", is.routing().option(), is.routing().agentId(), is.routing().teamId()))
                .add("queueMinutes", is.queueMinutes())
                .add("booking", named("offer", is.booking().offer(), is.booking().agentId(), is.booking().teamId()))
                .add("takesMessages", is.takesMessages());
            EntryDocument.write(is.content()).forEach(json::add);
            return json.build();
        }

        private JsonObject named(String member, Enum<?> choice, UUID agent, UUID team) {
            JsonObjectBuilder json = JSON.createObjectBuilder().add(member, choice.name());
            if (agent != null) {
                json.add("agent", references.userName(agent));
            }
            if (team != null) {
                json.add("team", references.team(team));
            }
            return json.build();
        }

        @Override
        public int most() {
            return EntryService.MOST;
        }

        @Override
        public boolean isOrdered() {
            return true;
        }

        @Override
        public String key(Members item) {
            String key = item.key("key");
            return key == null ? null : key.toLowerCase(Locale.ROOT);
        }

        @Override
        public void check(List<String> keys, Members section) {
            if (!keys.contains(EntryView.DEFAULT)) {
                section.problem(Section.ENTRIES.member(), Reason.NOT_REMOVABLE, EntryView.DEFAULT);
            }
        }

        @Override
        public Wanted<EntryWish> read(Members item, UUID id) {
            // First, because it is made where nothing is wrong so far.
            EntryContent content = EntryDocument.read(item);
            String key = item.wantedText("key");
            String name = item.wantedLine("name", Entry.LONGEST_NAME);
            boolean active = item.flag("active", true);
            int queueMinutes = item.count("queueMinutes", 0);
            boolean takesMessages = item.flag("takesMessages", false);
            Members routing = item.object("routing");
            RoutingOption option = routing.name("option", RoutingOption.class, RoutingOption.ROUND_ROBIN);
            UUID agent = option == RoutingOption.AGENT ? agent(routing, id) : null;
            UUID team = option == RoutingOption.TEAM ? references.team(routing, "team") : null;
            Members booking = item.object("booking");
            BookingOffer offer = booking.name("offer", BookingOffer.class, BookingOffer.NONE);
            UUID bookingAgent = offer == BookingOffer.AGENT ? references.user(booking, "agent") : null;
            UUID bookingTeam = offer == BookingOffer.TEAM ? references.team(booking, "team") : null;
            return item.make(() -> wanted(id, key, new EntryWish(name, active, new EntryRouting(option, agent, team), queueMinutes,
                new EntryBooking(offer, bookingAgent, bookingTeam), takesMessages, content)), PLACES);
        }

        private UUID agent(Members routing, UUID id) {
            UUID agent = references.user(routing, "agent");
            boolean isNamed = agent != null && Stream.concat(taking.stream(),
                before.stream().filter(entry -> entry.id().equals(id)).map(entry -> entry.is().routing().agentId()))
                .anyMatch(agent::equals);
            if (agent != null && !isNamed) {
                routing.problem("agent", Reason.TAKES_NO_CHATS);
            }
            return agent;
        }

        private Wanted<EntryWish> wanted(UUID id, String key, EntryWish wish) {
            Entry entry = entry(id, key, wish);
            return new Wanted<>(json(entry.view().key(), entry.view().is()), wish);
        }

        private Entry entry(UUID id, String key, EntryWish wish) {
            Entry entry = new Entry(id, key, 0);
            entry.write(wish, clock.instant());
            return entry;
        }

        @Override
        public void add(UUID id, Wanted<EntryWish> wanted) {
            em.persist(entry(id, wanted.json().getString("key"), wanted.wish()));
        }

        @Override
        public void change(UUID id, Wanted<EntryWish> wanted) {
            em.find(Entry.class, id).write(wanted.wish(), clock.instant());
        }

        @Override
        public void order(List<UUID> ids) {
            for (int i = 0; i < ids.size(); i++) {
                em.find(Entry.class, ids.get(i)).moveTo(i + 1);
            }
        }

        @Override
        public void remove(List<UUID> ids) {
            ids.forEach(id -> em.remove(em.find(Entry.class, id)));
        }
    }
}
