package org.agentinbox.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.account.Directory;
import org.agentinbox.dayoff.StoredDaysOff;
import org.agentinbox.availability.AgentZones;
import org.agentinbox.hours.Span;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The agents' calendars and their free slots. Works in its caller's transaction. */
@ApplicationScoped
class Calendars {

    /** The longest period for which slots are computed at once. */
    private static final Duration MOST = Duration.ofDays(62);
    /** Longer than any meeting with its buffer, so that meetings are found that began before the period. */
    private static final Duration LONGEST = Duration.ofDays(1);
    /**
     * The calendars of people who can be met now. Somebody who lost the role or the account keeps the settings, in case they get it back.
     */
    private static final String OPEN = """
        SELECT c.account_id FROM agent_calendar c JOIN account a ON a.id = c.account_id AND a.active
        WHERE EXISTS (SELECT FROM agent_calendar_block b WHERE b.account_id = c.account_id)
            AND EXISTS (SELECT FROM account_role r WHERE r.account_id = a.id AND r.role IN ('LIVE_AGENT', 'CALENDAR_AGENT', 'SALES_ADMIN'))
        """;

    @PersistenceContext
    private EntityManager em;
    @Inject
    private StoredDaysOff daysOff;
    @Inject
    private Clock clock;
    @Inject
    private Directory directory;
    @Inject
    private AgentZones zones;
    @Inject
    @Any
    private Instance<ConnectedCalendar> connected;

    /** The agents whose slots can be booked, by name. */
    @SuppressWarnings("unchecked")
    List<UUID> open() {
        return em.createNativeQuery(OPEN + "ORDER BY a.display_name, a.id", UUID.class).getResultList();
    }

    /** @throws RefusedException where this person cannot be met */
    AgentCalendar get(UUID agentId) {
        if (em.createNativeQuery(OPEN + "AND c.account_id = :id", UUID.class).setParameter("id", agentId).getResultList().isEmpty()) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such calendar.");
        }
        return em.find(AgentCalendar.class, agentId);
    }

    /** Keeps others from booking a slot of this agent until the transaction ends. Read what is free only after this. */
    void lock(UUID agentId) {
        em.createNativeQuery("SELECT 1 FROM agent_calendar WHERE account_id = :id FOR NO KEY UPDATE").setParameter("id", agentId)
            .getResultList();
    }

    ZoneId zone(AgentCalendar calendar) {
        return zones.of(calendar.accountId()).orElse(calendar.ownZone());
    }

    SlotsView slots(AgentCalendar calendar, Instant from, Instant to, Meeting except) {
        Instant first = from.isBefore(clock.instant()) ? clock.instant() : from;
        Instant last = to.isAfter(first.plus(MOST)) ? first.plus(MOST) : to;
        SlotRules rules = rules(calendar, first);
        List<Span> free = first.isBefore(last)
            ? Slots.free(rules, taken(calendar.accountId(), first, last.plus(LONGEST), except), clock.instant(), first, last) : List.of();
        return new SlotsView(directory.person(calendar.accountId()), (int) rules.length().toMinutes(), zone(calendar), free,
            calendar.settings(zone(calendar)).fallback());
    }

    Optional<Instant> nextFree(AgentCalendar calendar) {
        Instant now = clock.instant();
        return slots(calendar, now, now.plus(MOST), null).slots().stream().map(Span::from).findFirst();
    }

    boolean isFree(AgentCalendar calendar, Instant start, Meeting except) {
        return Slots.isFree(rules(calendar, start), taken(calendar.accountId(), start, start.plus(LONGEST), except),
            clock.instant(), start);
    }

    /** With the days off that count from an instant on: the agent's own, those of their teams, and those of the site. */
    private SlotRules rules(AgentCalendar calendar, Instant from) {
        return calendar.rules(zone(calendar)).without(daysOff.of(calendar.accountId(), from.minus(Slots.LONGEST_BLOCK)));
    }

    private List<Span> taken(UUID agentId, Instant from, Instant to, Meeting except) {
        List<Span> taken = new ArrayList<>(em.createQuery("SELECT new org.agentinbox.hours.Span(m.startsAt, m.freeAt) FROM Meeting m "
            + "WHERE m.agentId = :agent AND m.state = BOOKED AND m.freeAt > :from AND m.startsAt < :to AND (:except IS NULL OR m.id <> "
            + ":except)",
            Span.class)
            .setParameter("agent", agentId).setParameter("from", from).setParameter("to", to)
            .setParameter("except", except == null ? null : except.id())
            .getResultList());
        connected.forEach(calendar -> taken.addAll(calendar.busy(agentId, from, to)));
        return taken;
    }

    /** Tells all calendars of a change. */
    void tell(MeetingChanged change) {
        connected.forEach(calendar -> calendar.changed(change));
    }
}
