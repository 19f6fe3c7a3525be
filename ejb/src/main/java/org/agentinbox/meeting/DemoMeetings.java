package org.agentinbox.meeting;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.agentinbox.account.Directory;
import org.agentinbox.hours.Block;
import org.agentinbox.hours.Span;
import org.agentinbox.platform.Ids;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Calendars and meetings for the demo. Works in its caller's transaction. */
@ApplicationScoped
public class DemoMeetings {

    private static final String INVITATION = """
        Hello {visitor.name},

        thank you for your interest in Northwind Lab. We meet by video: {meeting.link}
        If you like, send me your questions beforehand.

        {agent.name}""";

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Calendars calendars;
    @Inject
    private Directory directory;
    @Inject
    private Visitors visitors;

    /**
     * Stores a calendar with the same hours from Monday to Friday.
     *
     * @param agentId whose
     * @param zone IANA name; used only where the agent takes no live chats
     * @param minutes of a meeting
     * @param hours such as {@code 10:00-12:00}
     */
    public void calendar(UUID agentId, String zone, int minutes, String... hours) {
        List<Block> blocks = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
            .flatMap(day -> Arrays.stream(hours).map(block -> block.split("-")).map(times -> Block.of(day, times[0], times[1]))).toList();
        AgentCalendar calendar = new AgentCalendar(agentId);
        calendar.set(new CalendarSettings(ZoneId.of(zone), blocks, minutes, 10, 120, 60, INVITATION,
            "https://video.northwindlab.example/" + minutes, null).checked());
        em.persist(calendar);
        em.flush();
    }

    /**
     * Stores past and future meetings of visitors who chatted.
     *
     * @param agentId whose
     * @param chattedWith the agent in whose chats they were booked
     * @return the meetings
     */
    @SuppressWarnings("unchecked")
    public List<MeetingView> meetings(UUID agentId, UUID chattedWith) {
        AgentCalendar calendar = calendars.get(agentId);
        Instant now = clock.instant();
        SlotRules rules = calendar.rules(calendars.zone(calendar));
        List<Span> past = Slots.free(rules, List.of(), now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(16)),
            now.minus(Duration.ofDays(2)));
        List<Span> ahead = calendars.slots(calendar, now.plus(Duration.ofHours(20)), now.plus(Duration.ofDays(9)), null).slots();
        List<Span> slots = List.of(past.get(past.size() / 3), past.get(past.size() - 2), ahead.get(1), ahead.get(ahead.size() / 2),
            ahead.get(ahead.size() - 1));
        List<Object[]> chats = em.createNativeQuery("SELECT c.id, c.visitor_id FROM conversation c JOIN visitor v ON v.id = c.visitor_id "
            + "WHERE c.agent_id = :agent AND v.email IS NOT NULL ORDER BY c.id DESC").setParameter("agent", chattedWith)
            .setMaxResults(slots.size()).getResultList();
        List<MeetingView> made = new ArrayList<>();
        for (int i = 0; i < chats.size(); i++) {
            made.add(meeting(calendar, (UUID) chats.get(i)[0], (UUID) chats.get(i)[1], slots.get(i).from(), i == 3, now));
        }
        return made;
    }

    private MeetingView meeting(AgentCalendar calendar, UUID conversationId, UUID visitorId, Instant start, boolean cancelled,
        Instant now) {
        Map<UUID, VisitorView> known = visitors.views(Set.of(visitorId));
        VisitorView v = known.get(visitorId);
        Instant booked = start.isBefore(now) ? start.minus(Duration.ofDays(2)) : now.minus(Duration.ofHours(5));
        Meeting meeting = new Meeting(Ids.next(booked), calendar,
            new Guest(visitorId, v.name(), v.email(), v.company(), v.locale(), v.timeZone()),
            conversationId, UUID.randomUUID(), start, booked);
        if (cancelled) {
            meeting.cancel(now.minus(Duration.ofHours(1)));
        }
        em.persist(meeting);
        em.flush();
        return meeting.view(directory.person(calendar.accountId()));
    }
}
