package org.agentinbox.dayoff;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.agentinbox.configuration.ConfigurationPart;
import org.agentinbox.configuration.ConfigurationProblem.Reason;
import org.agentinbox.configuration.Members;
import org.agentinbox.configuration.OpenPart;
import org.agentinbox.configuration.References;
import org.agentinbox.configuration.Section;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Days off in the configuration, those of the site, of agents and of teams. One is known by its begin, its name and whose it is. That it
 * was read from a calendar file is no part of the document, and stays so where the day off stays.
 */
@ApplicationScoped
class DayOffConfiguration implements ConfigurationPart {

    /** No more would fit into a document of the size that is read. */
    private static final int MOST = 50_000;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private TeamMembers teams;
    @Inject
    private Event<DaysOffChanged> changes;

    @Override
    public Section section() {
        return Section.DAYS_OFF;
    }

    @Override
    public void lock() {
        em.createNativeQuery(DaysOffService.LOCK).executeUpdate();
    }

    @Override
    public OpenPart<DayOffJson.Owned> open(References references) {
        return new Open(references);
    }

    private final class Open implements OpenPart<DayOffJson.Owned> {

        private final References references;
        private final Map<DayOffOwner, Integer> counts = new HashMap<>();
        private final Set<DayOffOwner> whose = new HashSet<>();

        private Open(References references) {
            this.references = references;
        }

        @Override
        public List<Stored> stored() {
            List<StoredDayOff> days = new ArrayList<>(em.createQuery("SELECT d FROM StoredDayOff d", StoredDayOff.class).getResultList());
            days.sort(Comparator.comparing(StoredDayOff::dayOff)
                .thenComparing(day -> references.userName(day.accountId()), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(day -> references.team(day.teamId()), Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(StoredDayOff::id));
            return days.stream().map(day -> {
                DayOffJson.Owned owned = new DayOffJson.Owned(day.owner(), day.dayOff());
                return new Stored(day.id(), DayOffJson.key(owned, references), DayOffJson.write(owned, references));
            }).toList();
        }

        @Override
        public int most() {
            return MOST;
        }

        @Override
        public boolean hasTwins() {
            return true;
        }

        @Override
        public String key(Members item) {
            return DayOffJson.key(item);
        }

        @Override
        public Wanted<DayOffJson.Owned> read(Members item, UUID id) {
            DayOffJson.Owned owned = DayOffJson.read(item, references);
            if (owned == null) {
                return null;
            }
            if (counts.merge(owned.owner(), 1, Integer::sum) > DaysOffService.MOST) {
                item.problem(Reason.TOO_MANY, DaysOffService.MOST);
            }
            return new Wanted<>(DayOffJson.write(owned, references), owned);
        }

        @Override
        public void add(UUID id, Wanted<DayOffJson.Owned> wanted) {
            DayOffOwner owner = wanted.wish().owner();
            em.persist(new StoredDayOff(id, owner, wanted.wish().day(), null, clock.instant()));
            whose.add(owner);
        }

        @Override
        public void change(UUID id, Wanted<DayOffJson.Owned> wanted) {
            StoredDayOff stored = em.find(StoredDayOff.class, id);
            stored.write(wanted.wish().day(), clock.instant());
            whose.add(stored.owner());
        }

        @Override
        public void remove(List<UUID> ids) {
            ids.forEach(id -> {
                StoredDayOff stored = em.find(StoredDayOff.class, id);
                em.remove(stored);
                whose.add(stored.owner());
            });
        }

        @Override
        public void changed() {
            em.flush();
            if (whose.contains(DayOffOwner.SITE)) {
                changes.fire(new DaysOffChanged(null));
            } else if (!whose.isEmpty()) {
                changes.fire(new DaysOffChanged(accounts()));
            }
        }

        private Set<UUID> accounts() {
            Map<UUID, Set<UUID>> members = teams.members();
            return whose.stream().flatMap(owner -> owner.scope() == DayOffScope.AGENT ? Stream.of(owner.id())
                : members.getOrDefault(owner.id(), Set.of()).stream()).collect(Collectors.toSet());
        }
    }
}
