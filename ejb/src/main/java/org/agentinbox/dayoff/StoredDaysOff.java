package org.agentinbox.dayoff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.hours.DayOff;
import org.agentinbox.hours.DaysOff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The stored days off, for whoever reckons with them. Works in its caller's transaction. */
@ApplicationScoped
public class StoredDaysOff {

    /** No clock shows more than 18 hours less than that of UTC. */
    private static final Duration FARTHEST_CLOCK = Duration.ofHours(18);

    @PersistenceContext
    private EntityManager em;

    /**
     * @param accountId of whom
     * @param earliest what is over by this instant, by whatever clock, is left out
     * @return their own days off and those of the site
     */
    public DaysOff of(UUID accountId, Instant earliest) {
        return DaysOff.of(em
            .createQuery("SELECT d FROM StoredDayOff d WHERE d.endsOn >= :day AND (d.accountId IS NULL OR d.accountId = :id)",
                StoredDayOff.class)
            .setParameter("day", day(earliest)).setParameter("id", accountId)
            .getResultStream().map(StoredDayOff::dayOff).toList());
    }

    /**
     * The same for everybody, by one query.
     *
     * @param earliest as for {@link #of}
     * @return gives the days off of an account
     */
    public Function<UUID, DaysOff> since(Instant earliest) {
        List<StoredDayOff> all = em.createQuery("SELECT d FROM StoredDayOff d WHERE d.endsOn >= :day", StoredDayOff.class)
            .setParameter("day", day(earliest)).getResultList();
        DaysOff site = DaysOff.of(all.stream().filter(day -> day.accountId() == null).map(StoredDayOff::dayOff).toList());
        Map<UUID, List<DayOff>> own = all.stream().filter(day -> day.accountId() != null)
            .collect(Collectors.groupingBy(StoredDayOff::accountId, Collectors.mapping(StoredDayOff::dayOff, Collectors.toList())));
        return account -> site.and(own.getOrDefault(account, List.of()));
    }

    /**
     * The same for some, as it is in the database now, whatever the caller's transaction has read before.
     *
     * @param accounts not empty
     * @param earliest as for {@link #of}
     * @return gives the days off of one of the accounts
     */
    public Function<UUID, DaysOff> current(Collection<UUID> accounts, Instant earliest) {
        Map<Optional<UUID>, List<DayOff>> byAccount = em.createQuery("SELECT d.accountId, d.name, d.startsOn, d.startMinute, d.endsOn, "
            + "d.endMinute, d.timeZone FROM StoredDayOff d WHERE d.endsOn >= :day AND (d.accountId IS NULL OR d.accountId IN :accounts)",
            Object[].class).setParameter("day", day(earliest)).setParameter("accounts", accounts).getResultStream()
            .collect(Collectors.groupingBy(row -> Optional.ofNullable((UUID) row[0]),
                Collectors.mapping(StoredDaysOff::dayOff, Collectors.toList())));
        DaysOff site = DaysOff.of(byAccount.getOrDefault(Optional.<UUID>empty(), List.of()));
        return account -> site.and(byAccount.getOrDefault(Optional.of(account), List.of()));
    }

    private static DayOff dayOff(Object[] row) {
        return StoredDayOff.read((String) row[1], (LocalDate) row[2], (short) row[3], (LocalDate) row[4], (short) row[5],
            (String) row[6]);
    }

    private static LocalDate day(Instant earliest) {
        return LocalDate.ofInstant(earliest.minus(FARTHEST_CLOCK), ZoneOffset.UTC);
    }
}
