package org.agentinbox.meeting.caldav;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.hours.Span;
import org.agentinbox.meeting.ExternalMeetingChanges;
import org.agentinbox.meeting.MeetingFiles;
import org.agentinbox.meeting.MeetingView;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.outbox.Outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * What is known of connected calendars, for those who talk to their servers: short transactions before and after the talk. Work for a
 * connection that is gone by now changes nothing.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class ConnectionStore {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private ExternalMeetingChanges meetings;
    @Inject
    private MeetingFiles files;
    @Inject
    private Outbox outbox;

    /** A meeting and the calendar to write it into. */
    record PendingWrite(ConnectionSnapshot snapshot, MeetingView meeting, CalendarEvent.Known known, String text) {}

    private Optional<CalendarConnection> row(UUID connectionId) {
        return em.createQuery("SELECT c FROM CalendarConnection c WHERE c.id = :id", CalendarConnection.class).setParameter("id",
            connectionId)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    /** @return what is known now; empty where the connection is gone */
    Optional<ConnectionSnapshot> work(UUID connectionId) {
        return row(connectionId).map(this::work);
    }

    private ConnectionSnapshot work(CalendarConnection row) {
        List<CalendarEvent.Known> events = em.createQuery("SELECT e FROM CalendarEvent e WHERE e.accountId = :account", CalendarEvent.class)
            .setParameter("account", row.accountId()).getResultStream().map(CalendarEvent::known).toList();
        return new ConnectionSnapshot(row.id(), row.accountId(), URI.create(row.address()), login(row),
            row.calendarUrl() == null ? null : URI.create(row.calendarUrl()),
            files.zone(row.accountId()), row.syncToken(), row.lookedUntil(), row.problem(), events);
    }

    private Credentials login(CalendarConnection row) {
        if (settings.secrets().isEmpty()) {
            return null;
        }
        try {
            return new Credentials(row.userName(), settings.secrets().get().open(row.password(), place(row.id())));
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    /** A sealed password opens in its own connection only. */
    static String place(UUID connectionId) {
        return "calendar_connection " + connectionId;
    }

    void found(UUID connectionId, List<FoundCalendar> calendars) {
        row(connectionId).ifPresent(row -> {
            row.found(calendars);
            if (calendars.size() == 1 && row.choose(calendars.get(0).url())) {
                writeAll(row);
            }
        });
    }

    /** All that lies ahead goes into the calendar, and its busy times are asked for; part of the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    void writeAll(CalendarConnection row) {
        em.flush();
        Instant now = clock.instant();
        CalDavSync.queue(outbox, row.id(), now);
        em.createQuery("SELECT m.id FROM Meeting m WHERE m.agentId = :agent AND m.state = BOOKED AND m.endsAt > :now", UUID.class)
            .setParameter("agent", row.accountId()).setParameter("now", now).getResultStream()
            .forEach(id -> CalDavWriter.queue(outbox, meetings.get(id), now));
    }

    void failed(UUID connectionId, CalDavException failure) {
        row(connectionId).ifPresent(row -> row.failed(failure.problem(), failure.detail(), clock.instant()));
    }

    void unchanged(UUID connectionId) {
        row(connectionId).ifPresent(row -> row.unchanged(clock.instant()));
    }

    /** @param busy spans that do not meet */
    void synced(UUID connectionId, String state, Instant until, List<Span> busy) {
        row(connectionId).ifPresent(row -> {
            row.synced(state, until, clock.instant());
            em.createNativeQuery("DELETE FROM calendar_busy WHERE account_id = :account").setParameter("account", row.accountId())
                .executeUpdate();
            busy.forEach(span -> em
                .createNativeQuery("INSERT INTO calendar_busy (account_id, starts_at, ends_at) VALUES (:account, :from, :to)")
                .setParameter("account", row.accountId()).setParameter("from", span.from()).setParameter("to", span.to()).executeUpdate());
        });
    }

    /** @return whether a UID is that of a meeting of this agent */
    boolean isOurs(UUID accountId, UUID meetingId) {
        return !em.createQuery("SELECT 1 FROM Meeting m WHERE m.id = :id AND m.agentId = :agent", Integer.class)
            .setParameter("id", meetingId).setParameter("agent", accountId).getResultList().isEmpty();
    }

    /** @return the row, locked, where nothing was written or followed since it was looked up */
    private Optional<CalendarEvent> unchanged(UUID connectionId, CalendarEvent.Known known) {
        Optional<CalendarConnection> connection = row(connectionId);
        return connection.isEmpty() ? Optional.empty()
            : Optional.ofNullable(em.find(CalendarEvent.class, known.meetingId(), LockModeType.PESSIMISTIC_WRITE))
                .filter(event -> Objects.equals(event.known().etag(), known.etag()) && event.known().sequence() == known.sequence());
    }

    /**
     * Somebody changed it there, and it takes place at that time; where we changed it too, ours is on its way and wins.
     *
     * @return false where that time is past: it is not followed
     */
    boolean changedThere(UUID connectionId, CalendarEvent.Known known, CalendarResource there, Span at) {
        Optional<CalendarEvent> found = unchanged(connectionId, known);
        MeetingView meeting = found.map(event -> meetings.get(known.meetingId())).orElse(null);
        if (meeting == null || meeting.sequence() > known.sequence()) {
            return true;
        }
        boolean stays = !meeting.isBooked() || meeting.isPast(clock.instant())
            || meeting.start().equals(at.from()) && meeting.end().equals(at.to());
        if (!stays && at.from().isBefore(clock.instant()) && !at.from().equals(meeting.start())) {
            return false;
        }
        MeetingView now = stays ? meeting : meetings.moved(meeting.id(), at.from(), at.to());
        found.get().is(there.href(), there.etag(), now.sequence());
        return true;
    }

    /** Somebody made of it there what it cannot be: it is written again, once, and its agent told. */
    void putBack(UUID connectionId, CalendarEvent.Known known, CalendarResource there, boolean taken) {
        unchanged(connectionId, known).ifPresent(event -> {
            MeetingView meeting = meetings.get(known.meetingId());
            if (meeting.isBooked() && !meeting.isPast(clock.instant())) {
                event.overwrite(there.href(), there.etag());
                CalDavWriter.queue(outbox, meeting, clock.instant());
                event.notice(meetings.putBack(meeting.id(), taken), clock.instant());
            }
        });
    }

    /** It was not there; programs that move things take them away for a moment, so it is looked for once more. */
    void missing(UUID connectionId, CalendarEvent.Known known) {
        unchanged(connectionId, known).ifPresent(event -> event.missing(true));
    }

    /** It was deleted or called off there. */
    void deletedThere(UUID connectionId, CalendarEvent.Known known) {
        unchanged(connectionId, known).ifPresent(event -> {
            MeetingView meeting = meetings.get(known.meetingId());
            if (meeting.sequence() <= known.sequence()) {
                if (meeting.isBooked() && !meeting.isPast(clock.instant())) {
                    meetings.deleted(meeting.id());
                }
                em.remove(event);
            }
        });
    }

    /** @return what to write; empty where its agent has no calendar connected */
    Optional<PendingWrite> writing(UUID meetingId) {
        List<UUID> agent = em.createQuery("SELECT m.agentId FROM Meeting m WHERE m.id = :id", UUID.class).setParameter("id", meetingId)
            .getResultList();
        Optional<CalendarConnection> row = agent.stream().map(id -> em.find(CalendarConnection.class, id)).filter(Objects::nonNull)
            .filter(c -> c.calendarUrl() != null).findFirst();
        return row.map(connection -> {
            MeetingView meeting = meetings.get(meetingId);
            CalendarEvent known = em.find(CalendarEvent.class, meetingId);
            return new PendingWrite(work(connection), meeting, known == null ? null : known.known(),
                meeting.isBooked() ? files.stored(meeting) : null);
        });
    }

    void written(UUID connectionId, MeetingView meeting, String href, String etag) {
        row(connectionId).ifPresent(connection -> {
            CalendarEvent event = em.find(CalendarEvent.class, meeting.id(), LockModeType.PESSIMISTIC_WRITE);
            if (event == null) {
                CalendarEvent written = new CalendarEvent(meeting.id(), connection.accountId());
                written.is(href, etag, meeting.sequence());
                em.persist(written);
            } else if (event.known().sequence() <= meeting.sequence()) {
                event.is(href, etag, meeting.sequence());
            }
            if (connection.problem() != null) {
                connection.unchanged(clock.instant());
            }
        });
    }

    void removed(UUID connectionId, UUID meetingId) {
        row(connectionId).map(c -> em.find(CalendarEvent.class, meetingId)).ifPresent(em::remove);
    }
}
