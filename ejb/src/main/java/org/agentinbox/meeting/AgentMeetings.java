package org.agentinbox.meeting;

import static org.agentinbox.account.Role.CALENDAR_AGENT_NAME;
import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.conversation.Page;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

/**
 * Meetings for agents: the caller's own, or everybody's for a sales admin. For an agent, meetings of others are treated as if they did not
 * exist.
 */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, CALENDAR_AGENT_NAME, SALES_ADMIN_NAME})
public class AgentMeetings {

    private static final int SIZE = 50;

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private Calendars calendars;
    @Inject
    private Directory directory;
    @Inject
    private Bookings bookings;

    /**
     * @param filter which
     * @return a page of at most 50; its {@code next} is the offset of the following page
     * @throws RefusedException {@link Refusal#NOT_ALLOWED} for somebody else's
     */
    public Page<MeetingView> list(MeetingFilter filter) {
        UUID agent = seesAll() ? filter.agentId() : me();
        if (filter.agentId() != null && !filter.agentId().equals(agent)) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "Only a sales admin sees the meetings of others.");
        }
        String text = filter.text() == null || filter.text().isBlank() ? null
            : "%" + filter.text().strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
        List<Meeting> found = query(agent, filter, text);
        boolean more = found.size() > SIZE;
        List<Meeting> shown = more ? found.subList(0, SIZE) : found;
        Map<UUID, Person> people = directory.people(shown.stream().map(Meeting::agentId).collect(Collectors.toSet()));
        return new Page<>(shown.stream().map(m -> m.view(people.get(m.agentId()))).toList(),
            more ? String.valueOf(filter.offset() + SIZE) : null);
    }

    private List<Meeting> query(UUID agent, MeetingFilter filter, String text) {
        String time = switch (filter.when()) {
            case UPCOMING -> "AND m.endsAt > :now ";
            case PAST -> "AND m.endsAt <= :now ";
            case ALL -> "";
        };
        String words = text == null ? ""
            : "AND (LOWER(m.email) LIKE :text ESCAPE '\\' OR LOWER(COALESCE(m.name, '')) LIKE :text ESCAPE '\\' "
                + "OR LOWER(COALESCE(m.company, '')) LIKE :text ESCAPE '\\') ";
        String order = filter.when() == MeetingFilter.When.UPCOMING ? "ORDER BY m.startsAt, m.id" : "ORDER BY m.startsAt DESC, m.id DESC";
        TypedQuery<Meeting> query = em
            .createQuery("SELECT m FROM Meeting m WHERE 1 = 1 " + (agent == null ? "" : "AND m.agentId = :agent ") + time + words
                + order, Meeting.class);
        if (agent != null) {
            query.setParameter("agent", agent);
        }
        if (!time.isEmpty()) {
            query.setParameter("now", clock.instant());
        }
        if (text != null) {
            query.setParameter("text", text);
        }
        return query.setFirstResult(Math.max(0, filter.offset())).setMaxResults(SIZE + 1).getResultList();
    }

    /** @return the agents whose meetings the caller can see, by name */
    public List<Person> agents() {
        Set<UUID> ids = seesAll() ? Set.copyOf(em.createQuery("SELECT c.accountId FROM AgentCalendar c", UUID.class).getResultList())
            : Set.of(me());
        return directory.people(ids).values().stream().sorted(Comparator.comparing(Person::name)).toList();
    }

    /**
     * @param agentId whose calendar; any agent may look at a colleague's to share it
     * @param from the first instant at which a slot may begin
     * @param to the first instant at which none may begin any more
     * @return the slots that are free now
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public SlotsView slots(UUID agentId, Instant from, Instant to) {
        return calendars.slots(calendars.get(agentId), from, to, null);
    }

    /**
     * @param meetingId one of the caller's; for a sales admin anybody's
     * @param from the first instant at which a slot may begin
     * @param to the first instant at which none may begin any more; at most 62 days after {@code from}
     * @return the slots to which the meeting can be moved
     * @throws RefusedException {@link Refusal#NOT_FOUND}, also where its agent cannot be met any more
     */
    public SlotsView slotsFor(UUID meetingId, Instant from, Instant to) {
        checkVisible(meetingId);
        return bookings.slots(meetingId, from, to);
    }

    /**
     * @param meetingId one of the caller's; a sales admin may cancel anybody's
     * @return the meeting as it is now
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#MEETING_OVER}
     */
    public MeetingView cancel(UUID meetingId) {
        checkVisible(meetingId);
        return bookings.cancel(meetingId, ChangedBy.AGENT);
    }

    /**
     * @param meetingId one of the caller's; a sales admin may move anybody's
     * @param start of the new slot
     * @return the meeting as it is now
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#SLOT_TAKEN}, {@link Refusal#MEETING_OVER}
     */
    public MeetingView move(UUID meetingId, Instant start) {
        checkVisible(meetingId);
        return bookings.move(meetingId, start, ChangedBy.AGENT);
    }

    private void checkVisible(UUID meetingId) {
        if (!seesAll() && !bookings.get(meetingId).agent().id().equals(me())) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such meeting.");
        }
    }

    private boolean seesAll() {
        return context.isCallerInRole(SALES_ADMIN_NAME);
    }

    private UUID me() {
        return Caller.account(context);
    }
}
