package org.agentinbox.dayoff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.agentinbox.hours.DayOff;
import org.agentinbox.hours.DaysOff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The stored days off, for whoever reckons with them. Works in its caller's transaction. */
@ApplicationScoped
public class StoredDaysOff {

    /** No clock shows more than 18 hours less than that of UTC. */
    private static final Duration FARTHEST_CLOCK = Duration.ofHours(18);

    @PersistenceContext
    private EntityManager em;
    @Inject
    private TeamMembers teams;

    /**
     * @param accountId of whom
     * @param earliest what is over by this instant, by whatever clock, is left out
     * @return their own days off, those of their teams, and those of the site
     */
    public DaysOff of(UUID accountId, Instant earliest) {
        return DaysOff.of(em
            .createQuery("SELECT d FROM StoredDayOff d WHERE d.endsOn >= :day AND (d.scope = SITE OR d.accountId = :id "
                + "OR d.teamId IN :teams)", StoredDayOff.class)
            .setParameter("day", day(earliest)).setParameter("id", accountId).setParameter("teams", teams.teamsOf(accountId))
            .getResultStream().map(StoredDayOff::dayOff).toList());
    }

    /**
     * The same for everybody, by one query, and one more where a team has days off.
     *
     * @param earliest as for {@link #of}
     * @return gives the days off of an account
     */
    public Function<UUID, DaysOff> since(Instant earliest) {
        List<StoredDayOff> all = em.createQuery("SELECT d FROM StoredDayOff d WHERE d.endsOn >= :day", StoredDayOff.class)
            .setParameter("day", day(earliest)).getResultList();
        DaysOff site = DaysOff.of(all.stream().filter(day -> day.owner().equals(DayOffOwner.SITE)).map(StoredDayOff::dayOff).toList());
        Map<UUID, List<DayOff>> own = grouped(all, StoredDayOff::accountId);
        Map<UUID, List<DayOff>> ofTeams = grouped(all, StoredDayOff::teamId);
        if (!ofTeams.isEmpty()) {
            Map<UUID, Set<UUID>> members = teams.members();
            ofTeams.forEach((team, days) -> members.getOrDefault(team, Set.of())
                .forEach(member -> own.computeIfAbsent(member, none -> new ArrayList<>()).addAll(days)));
        }
        return account -> site.and(own.getOrDefault(account, List.of()));
    }

    /**
     * Removes those of a team that is being removed.
     *
     * @param teamId of the team
     */
    public void removeOfTeam(UUID teamId) {
        em.createQuery("DELETE FROM StoredDayOff d WHERE d.teamId = :team").setParameter("team", teamId).executeUpdate();
    }

    /** Those that have such an owner, by it, in lists that can grow. */
    private static Map<UUID, List<DayOff>> grouped(List<StoredDayOff> all, Function<StoredDayOff, UUID> owner) {
        Map<UUID, List<DayOff>> grouped = new HashMap<>();
        all.stream().filter(day -> owner.apply(day) != null)
            .forEach(day -> grouped.computeIfAbsent(owner.apply(day), none -> new ArrayList<>()).add(day.dayOff()));
        return grouped;
    }

    private static LocalDate day(Instant earliest) {
        return LocalDate.ofInstant(earliest.minus(FARTHEST_CLOCK), ZoneOffset.UTC);
    }
}
