package org.agentinbox.dayoff;

import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;

import org.agentinbox.hours.DayOff;
import org.agentinbox.platform.Ids;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Stores days off of the demo data. Works in its caller's transaction. */
@ApplicationScoped
public class DemoDaysOff {

    /** Far enough away for the demo's agents to be there whenever somebody tries it, and near enough to be seen. */
    private static final int DAYS_AWAY = 60;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;

    /**
     * Adds a day off of the whole site. Nobody is told, so add it before hours.
     *
     * @param name what people call it
     * @param day of the first year in which it is two months away
     */
    public void add(String name, MonthDay day) {
        LocalDate earliest = LocalDate.now(clock).plusDays(DAYS_AWAY);
        LocalDate thisYear = day.atYear(earliest.getYear());
        LocalDate date = thisYear.isBefore(earliest) ? day.atYear(earliest.getYear() + 1) : thisYear;
        em.persist(new StoredDayOff(Ids.next(clock.instant()), null, DayOff.days(name, date, date), null, clock.instant()));
    }
}
