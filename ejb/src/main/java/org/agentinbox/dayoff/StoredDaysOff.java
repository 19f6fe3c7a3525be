package org.agentinbox.dayoff;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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

    private static LocalDate day(Instant earliest) {
        return LocalDate.ofInstant(earliest.minus(FARTHEST_CLOCK), ZoneOffset.UTC);
    }
}
