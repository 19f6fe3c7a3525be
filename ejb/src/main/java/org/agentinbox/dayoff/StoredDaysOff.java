package org.agentinbox.dayoff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
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

    /** A day off with whose it is; nobody's in particular is the site's. */
    private record Row(UUID accountId, UUID teamId, DayOff day) {}

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
        return byAccount(em.createQuery("SELECT d FROM StoredDayOff d WHERE d.endsOn >= :day", StoredDayOff.class)
            .setParameter("day", day(earliest)).getResultStream().map(day -> new Row(day.accountId(), day.teamId(), day.dayOff()))
            .toList());
    }

    /**
     * The same for some, as it is in the database now, whatever the caller's transaction has read before.
     *
     * @param accounts not empty
     * @param earliest as for {@link #of}
     * @return gives the days off of one of the accounts
     */
    public Function<UUID, DaysOff> current(Collection<UUID> accounts, Instant earliest) {
        return byAccount(em
            .createQuery("SELECT d.accountId, d.teamId, d.name, d.startsOn, d.startMinute, d.endsOn, d.endMinute, d.timeZone "
                + "FROM StoredDayOff d WHERE d.endsOn >= :day AND (d.accountId IS NULL OR d.accountId IN :accounts)", Object[].class)
            .setParameter("day", day(earliest)).setParameter("accounts", accounts).getResultStream().map(StoredDaysOff::row).toList());
    }

    private static Row row(Object[] row) {
        return new Row((UUID) row[0], (UUID) row[1], StoredDayOff.read((String) row[2], (LocalDate) row[3], (short) row[4],
            (LocalDate) row[5], (short) row[6], (String) row[7]));
    }

    private Function<UUID, DaysOff> byAccount(List<Row> all) {
        DaysOff site = DaysOff.of(all.stream().filter(row -> row.accountId() == null && row.teamId() == null).map(Row::day).toList());
        Map<UUID, List<DayOff>> own = grouped(all, Row::accountId);
        Map<UUID, List<DayOff>> ofTeams = grouped(all, Row::teamId);
        if (!ofTeams.isEmpty()) {
            Map<UUID, Set<UUID>> members = teams.members();
            ofTeams.forEach((team, days) -> members.getOrDefault(team, Set.of())
                .forEach(member -> own.computeIfAbsent(member, none -> new ArrayList<>()).addAll(days)));
        }
        return account -> site.and(own.getOrDefault(account, List.of()));
    }

    /** Those that have such an owner, by it, in lists that can grow. */
    private static Map<UUID, List<DayOff>> grouped(List<Row> all, Function<Row, UUID> owner) {
        Map<UUID, List<DayOff>> grouped = new HashMap<>();
        all.stream().filter(row -> owner.apply(row) != null)
            .forEach(row -> grouped.computeIfAbsent(owner.apply(row), none -> new ArrayList<>()).add(row.day()));
        return grouped;
    }

    /**
     * Removes those of a team that is being removed.
     *
     * @param teamId of the team
     */
    public void removeOfTeam(UUID teamId) {
        em.createQuery("DELETE FROM StoredDayOff d WHERE d.teamId = :team").setParameter("team", teamId).executeUpdate();
    }

    private static LocalDate day(Instant earliest) {
        return LocalDate.ofInstant(earliest.minus(FARTHEST_CLOCK), ZoneOffset.UTC);
    }
}
