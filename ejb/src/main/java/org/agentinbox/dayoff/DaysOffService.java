package org.agentinbox.dayoff;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.hours.DayOff;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Versions;
import org.agentinbox.platform.list.ImportProblem;
import org.agentinbox.platform.list.ImportReport;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Days off: the caller's own, or for a sales admin those of the site and anybody's. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class DaysOffService {

    /** The most days off of the site, or of one person. */
    static final int MOST = 2_000;
    /** Lets one writer in at a time, because each counts or compares before it writes, and writers are rare. Readers do not wait. */
    static final String LOCK = "LOCK TABLE day_off IN SHARE ROW EXCLUSIVE MODE";

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private Directory directory;
    @Inject
    private Event<DaysOffChanged> changed;

    /** @return all, by their begin */
    @RolesAllowed(SALES_ADMIN_NAME)
    public List<DayOffView> all() {
        return views(em.createQuery("SELECT d FROM StoredDayOff d", StoredDayOff.class).getResultList());
    }

    /**
     * @param accountId the caller, or anybody where the caller is a sales admin
     * @return the person's own and those of the site, by their begin
     * @throws RefusedException {@link Refusal#NOT_ALLOWED} for somebody else's
     */
    public List<DayOffView> of(UUID accountId) {
        requireMayEdit(accountId);
        return views(em.createQuery("SELECT d FROM StoredDayOff d WHERE d.accountId IS NULL OR d.accountId = :id", StoredDayOff.class)
            .setParameter("id", accountId).getResultList());
    }

    /**
     * @param accountId whose; null for everybody's
     * @param day when, and what it is called
     * @return what is stored
     * @throws RefusedException {@link Refusal#NOT_ALLOWED} for the site's or somebody else's where the caller is no sales admin; {@link
     *     Refusal#NOT_FOUND} where there is no such account; {@link Refusal#INVALID_FIELD} of {@code name} where there are 2,000 already
     */
    public DayOffView add(UUID accountId, DayOff day) {
        requireMayEdit(accountId);
        if (accountId != null && directory.people(List.of(accountId)).isEmpty()) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such account.");
        }
        lock();
        if (stored(accountId).size() >= MOST) {
            throw RefusedException.ofField("name", "at most " + MOST + " days off");
        }
        Instant now = clock.instant();
        StoredDayOff stored = new StoredDayOff(Ids.next(now), accountId, day, null, now);
        em.persist(stored);
        return told(stored);
    }

    /**
     * @param version of it that the caller has read
     * @param day when from now on, and what it is called; whose it is stays
     * @return what is stored
     * @throws RefusedException {@link Refusal#NOT_FOUND}; {@link Refusal#NOT_ALLOWED} as {@link #add}; {@link Refusal#CHANGED_MEANWHILE}
     */
    public DayOffView change(UUID id, int version, DayOff day) {
        lock();
        StoredDayOff stored = find(id);
        Versions.require(version, stored.version());
        stored.write(day, clock.instant());
        return told(stored);
    }

    /** @throws RefusedException as {@link #change} */
    public void remove(UUID id) {
        lock();
        StoredDayOff stored = find(id);
        em.remove(stored);
        tell(stored.accountId());
    }

    /**
     * Adds the events of an iCalendar file to the days off of the site: those that are not over yet, of the next three years. An event that
     * was imported before, known by its UID and start, gets what the file says of it now. Where anything in the file is wrong, nothing is
     * changed.
     *
     * @param file RFC 5545, UTF-8, at most 1 MiB
     * @return what was done, or what is wrong; see {@link HolidayFile.Wrong}
     */
    @RolesAllowed(SALES_ADMIN_NAME)
    public ImportReport importFile(byte[] file) {
        HolidayFile read = HolidayFile.read(file, clock.instant());
        if (!read.problems().isEmpty()) {
            return ImportReport.refused(read.problems());
        }
        lock();
        List<StoredDayOff> site = stored(null);
        Map<String, StoredDayOff> known = site.stream().filter(day -> day.importKey() != null)
            .collect(Collectors.toMap(StoredDayOff::importKey, Function.identity()));
        List<Holiday> fresh = read.holidays().stream().filter(holiday -> !known.containsKey(holiday.key())).toList();
        if (site.size() + fresh.size() > MOST) {
            return ImportReport.refused(List.of(new ImportProblem(0, HolidayFile.Wrong.TOO_MANY)));
        }
        List<Holiday> other = read.holidays().stream()
            .filter(holiday -> known.containsKey(holiday.key()) && !known.get(holiday.key()).dayOff().equals(holiday.dayOff())).toList();
        Instant now = clock.instant();
        fresh.forEach(holiday -> em.persist(new StoredDayOff(Ids.next(now), null, holiday.dayOff(), holiday.key(), now)));
        other.forEach(holiday -> known.get(holiday.key()).write(holiday.dayOff(), now));
        if (!fresh.isEmpty() || !other.isEmpty()) {
            tell(null);
        }
        return new ImportReport(fresh.size(), other.size(), read.holidays().size() - fresh.size() - other.size(), List.of());
    }

    /** @param accountId whose alone; null for those of everybody */
    private List<StoredDayOff> stored(UUID accountId) {
        return accountId == null
            ? em.createQuery("SELECT d FROM StoredDayOff d WHERE d.accountId IS NULL", StoredDayOff.class).getResultList()
            : em.createQuery("SELECT d FROM StoredDayOff d WHERE d.accountId = :id", StoredDayOff.class).setParameter("id", accountId)
                .getResultList();
    }

    private DayOffView told(StoredDayOff stored) {
        tell(stored.accountId());
        return views(List.of(stored)).get(0);
    }

    private void tell(UUID accountId) {
        em.flush();
        changed.fire(new DaysOffChanged(accountId));
    }

    private StoredDayOff find(UUID id) {
        StoredDayOff stored = Optional.ofNullable(em.find(StoredDayOff.class, id))
            .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such day off."));
        requireMayEdit(stored.accountId());
        return stored;
    }

    private void requireMayEdit(UUID accountId) {
        if (!Caller.account(context).equals(accountId) && !context.isCallerInRole(SALES_ADMIN_NAME)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Only a sales admin may see or change the days off of others and of the site.");
        }
    }

    private List<DayOffView> views(List<StoredDayOff> days) {
        Map<UUID, Person> people = directory.people(days.stream().map(StoredDayOff::accountId).filter(Objects::nonNull)
            .collect(Collectors.toSet()));
        return days.stream().map(day -> new DayOffView(day.id(), day.version(), day.scope(), day.accountId(),
            Optional.ofNullable(day.accountId()).map(people::get).map(Person::name).orElse(null), day.dayOff(), day.importKey() != null))
            .sorted(Comparator.comparing(DayOffView::dayOff)).toList();
    }

    private void lock() {
        em.createNativeQuery(LOCK).executeUpdate();
    }
}
