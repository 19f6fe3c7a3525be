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
import java.util.Set;
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
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;
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

/** Days off: the caller's own, or for a sales admin those of the site, of teams and anybody's. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class DaysOffService {

    /** The most days off of the site, of one person, or of one team. */
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
    private TeamMembers teams;
    @Inject
    private Event<DaysOffChanged> changed;
    @Inject
    private Audit audit;

    /** @return all, by their begin */
    @RolesAllowed(SALES_ADMIN_NAME)
    public List<DayOffView> all() {
        return views(em.createQuery("SELECT d FROM StoredDayOff d", StoredDayOff.class).getResultList());
    }

    /**
     * @param accountId the caller, or anybody where the caller is a sales admin
     * @return the person's own, those of their teams, and those of the site, by their begin
     * @throws RefusedException {@link Refusal#NOT_ALLOWED} for somebody else's
     */
    public List<DayOffView> of(UUID accountId) {
        requireMayEdit(DayOffOwner.account(accountId));
        return views(em.createQuery("SELECT d FROM StoredDayOff d WHERE d.scope = SITE OR d.accountId = :id OR d.teamId IN :teams",
            StoredDayOff.class).setParameter("id", accountId).setParameter("teams", teams.teamsOf(accountId)).getResultList());
    }

    /**
     * @param owner whose
     * @param day when, and what it is called
     * @return what is stored
     * @throws RefusedException {@link Refusal#NOT_ALLOWED} for the site's, a team's or somebody else's where the caller is no sales admin;
     *     {@link Refusal#NOT_FOUND} where there is no such account or team; {@link Refusal#INVALID_FIELD} of {@code name} where there are
     *     2,000 already
     */
    public DayOffView add(DayOffOwner owner, DayOff day) {
        requireMayEdit(owner);
        requireExists(owner);
        lock();
        if (stored(owner).size() >= MOST) {
            throw RefusedException.ofField("name", "at most " + MOST + " days off");
        }
        Instant now = clock.instant();
        StoredDayOff stored = new StoredDayOff(Ids.next(now), owner, day, null, now);
        em.persist(stored);
        record(AuditAct.DAY_OFF_CREATED, stored, null, stored.dayOff());
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
        DayOff before = stored.dayOff();
        stored.write(day, clock.instant());
        record(AuditAct.DAY_OFF_CHANGED, stored, before, stored.dayOff());
        return told(stored);
    }

    /** @throws RefusedException as {@link #change} */
    public void remove(UUID id) {
        lock();
        StoredDayOff stored = find(id);
        record(AuditAct.DAY_OFF_REMOVED, stored, stored.dayOff(), null);
        em.remove(stored);
        tell(stored.owner());
    }

    /**
     * Adds the events of an iCalendar file to the days off of the site or of a team: those that are not over yet, of the next three years.
     * An event that was imported there before, known by its UID and start, gets what the file says of it now. Where anything in the file is
     * wrong, nothing is changed.
     *
     * @param file RFC 5545, UTF-8, at most 1 MiB
     * @param teamOrNull the team; null for the site
     * @return what was done, or what is wrong; see {@link HolidayFile.Wrong}
     * @throws RefusedException {@link Refusal#NOT_FOUND} where there is no such team
     */
    @RolesAllowed(SALES_ADMIN_NAME)
    public ImportReport importFile(byte[] file, UUID teamOrNull) {
        DayOffOwner owner = teamOrNull == null ? DayOffOwner.SITE : DayOffOwner.team(teamOrNull);
        requireExists(owner);
        HolidayFile read = HolidayFile.read(file, clock.instant());
        if (!read.problems().isEmpty()) {
            return ImportReport.refused(read.problems());
        }
        lock();
        List<StoredDayOff> there = stored(owner);
        Map<String, StoredDayOff> known = there.stream().filter(day -> day.importKey() != null)
            .collect(Collectors.toMap(StoredDayOff::importKey, Function.identity()));
        List<Holiday> fresh = read.holidays().stream().filter(holiday -> !known.containsKey(holiday.key())).toList();
        if (there.size() + fresh.size() > MOST) {
            return ImportReport.refused(List.of(new ImportProblem(0, HolidayFile.Wrong.TOO_MANY)));
        }
        List<Holiday> other = read.holidays().stream()
            .filter(holiday -> known.containsKey(holiday.key()) && !known.get(holiday.key()).dayOff().equals(holiday.dayOff())).toList();
        Instant now = clock.instant();
        fresh.forEach(holiday -> em.persist(new StoredDayOff(Ids.next(now), owner, holiday.dayOff(), holiday.key(), now)));
        other.forEach(holiday -> known.get(holiday.key()).write(holiday.dayOff(), now));
        if (!fresh.isEmpty() || !other.isEmpty()) {
            tell(owner);
            audit.record(AuditRecord.of(AuditAct.DAYS_OFF_IMPORTED).about(AuditSubject.DAY_OFF, null, null).changed(null,
                Map.of("owner", whose(owner), "added", fresh.size(), "changed", other.size())));
        }
        return new ImportReport(fresh.size(), other.size(), read.holidays().size() - fresh.size() - other.size(), List.of());
    }

    /** Those of one owner alone. */
    private List<StoredDayOff> stored(DayOffOwner owner) {
        String all = "SELECT d FROM StoredDayOff d WHERE d.scope = ";
        return switch (owner.scope()) {
            case SITE -> em.createQuery(all + "SITE", StoredDayOff.class).getResultList();
            case AGENT -> em.createQuery(all + "AGENT AND d.accountId = :id", StoredDayOff.class).setParameter("id", owner.id())
                .getResultList();
            case TEAM -> em.createQuery(all + "TEAM AND d.teamId = :id", StoredDayOff.class).setParameter("id", owner.id())
                .getResultList();
        };
    }

    private void record(AuditAct act, StoredDayOff stored, DayOff before, DayOff after) {
        audit.record(AuditRecord.of(act).about(AuditSubject.DAY_OFF, stored.id(), (after == null ? before : after).name())
            .changed(told(stored.owner(), before), told(stored.owner(), after)));
    }

    private static Map<String, Object> told(DayOffOwner owner, DayOff day) {
        return day == null ? null : Map.of("owner", whose(owner), "dayOff", day);
    }

    private static Object whose(DayOffOwner owner) {
        return owner.id() == null ? owner.scope() : owner.id();
    }

    private DayOffView told(StoredDayOff stored) {
        tell(stored.owner());
        return views(List.of(stored)).get(0);
    }

    private void tell(DayOffOwner owner) {
        em.flush();
        changed.fire(new DaysOffChanged(switch (owner.scope()) {
            case SITE -> null;
            case AGENT -> Set.of(owner.id());
            case TEAM -> teams.members().getOrDefault(owner.id(), Set.of());
        }));
    }

    private StoredDayOff find(UUID id) {
        StoredDayOff stored = Optional.ofNullable(em.find(StoredDayOff.class, id))
            .orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such day off."));
        requireMayEdit(stored.owner());
        return stored;
    }

    private void requireMayEdit(DayOffOwner owner) {
        if (!owner.equals(DayOffOwner.account(Caller.account(context))) && !context.isCallerInRole(SALES_ADMIN_NAME)) {
            throw new RefusedException(Refusal.NOT_ALLOWED,
                "Only a sales admin may see or change the days off of others, of teams and of the site.");
        }
    }

    private void requireExists(DayOffOwner owner) {
        boolean exists = switch (owner.scope()) {
            case SITE -> true;
            case AGENT -> !directory.people(List.of(owner.id())).isEmpty();
            case TEAM -> teams.names().containsKey(owner.id());
        };
        if (!exists) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such account or team.");
        }
    }

    private List<DayOffView> views(List<StoredDayOff> days) {
        Map<UUID, Person> people = directory.people(days.stream().map(StoredDayOff::accountId).filter(Objects::nonNull)
            .collect(Collectors.toSet()));
        Map<UUID, String> names = days.stream().allMatch(day -> day.teamId() == null) ? Map.of() : teams.names();
        return days.stream().map(day -> new DayOffView(day.id(), day.version(), day.owner(), name(day.owner(), people, names), day.dayOff(),
            day.importKey() != null)).sorted(Comparator.comparing(DayOffView::dayOff)).toList();
    }

    private static String name(DayOffOwner owner, Map<UUID, Person> people, Map<UUID, String> teamNames) {
        return switch (owner.scope()) {
            case SITE -> null;
            case AGENT -> Optional.ofNullable(people.get(owner.id())).map(Person::name).orElse(null);
            case TEAM -> teamNames.get(owner.id());
        };
    }

    private void lock() {
        em.createNativeQuery(LOCK).executeUpdate();
    }
}
