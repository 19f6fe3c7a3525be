package org.agentinbox.meeting.caldav;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.hours.Span;
import org.agentinbox.meeting.ChangedBy;
import org.agentinbox.meeting.ConnectedCalendar;
import org.agentinbox.meeting.MeetingChanged;
import org.agentinbox.platform.outbox.Outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The calendar on the agent's CalDAV server, as far as bookings are concerned: what was last known of it, and what it is to be told. */
@ApplicationScoped
class CalDavCalendar implements ConnectedCalendar {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Outbox outbox;
    @Inject
    private Clock clock;

    @Override
    @SuppressWarnings("unchecked")
    public List<Span> busy(UUID agentId, Instant from, Instant to) {
        List<Object[]> rows = em
            .createNativeQuery("SELECT starts_at, ends_at FROM calendar_busy WHERE account_id = :agent AND ends_at > :from "
                + "AND starts_at < :to", Object[].class)
            .setParameter("agent", agentId).setParameter("from", from).setParameter("to", to).getResultList();
        return rows.stream().map(row -> new Span((Instant) row[0], (Instant) row[1])).toList();
    }

    /** What was changed there says so there already. */
    @Override
    public void changed(MeetingChanged change) {
        CalendarConnection connection = change.by() == ChangedBy.CALENDAR ? null
            : em.find(CalendarConnection.class, change.meeting().agent().id());
        if (connection != null && connection.calendarUrl() != null) {
            CalDavWriter.queue(outbox, change.meeting(), clock.instant());
        }
    }
}
