package org.agentinbox.meeting.caldav;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.meeting.MeetingView;
import org.agentinbox.platform.outbox.Outbox;
import org.agentinbox.platform.outbox.OutboxKind;
import org.agentinbox.platform.outbox.OutboxMessage;
import org.agentinbox.platform.outbox.OutboxSender;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Writes a meeting into the calendar of its agent as it is by now, or takes it away; tried again until it is over. Done twice, it
 * is there once: each writing names what it replaces.
 */
@ApplicationScoped
@OutboxKind(CalDavWriter.KIND)
class CalDavWriter implements OutboxSender {

    static final String KIND = "CALDAV_WRITE";
    private static final Duration PATIENCE = Duration.ofDays(2);

    @Inject
    private ConnectionStore store;
    @Inject
    private CalDavServers servers;

    static void queue(Outbox outbox, MeetingView meeting, Instant now) {
        Instant last = meeting.end().isAfter(now) ? meeting.end() : now;
        // One after another: of two at a time, one that moves it could put back what the other takes away.
        outbox.put(new OutboxMessage(KIND, meeting.id().toString(), last.plus(PATIENCE)).after(meeting.id().toString()));
    }

    @Override
    public void send(String payload) throws Exception {
        Optional<ConnectionStore.PendingWrite> pendingWrite = store.writing(UUID.fromString(payload));
        if (pendingWrite.isPresent()) {
            ConnectionSnapshot snapshot = pendingWrite.get().snapshot();
            if (snapshot.problem() == CalendarProblem.PASSWORD) {
                // Looks ask now and then; every meeting that waits asking too would get the account locked.
                throw new CalDavException(snapshot.problem(), null);
            }
            try {
                write(pendingWrite.get(), servers.of(snapshot));
            } catch (CalDavException e) {
                store.failed(snapshot.id(), e);
                throw e;
            }
        }
    }

    private void write(ConnectionStore.PendingWrite pendingWrite, CalDavServer server) throws CalDavException {
        MeetingView meeting = pendingWrite.meeting();
        CalendarEvent.Known known = pendingWrite.known();
        URI href = known == null ? pendingWrite.snapshot().calendar().resolve(meeting.id() + ".ics") : URI.create(known.href());
        if (!meeting.isBooked()) {
            server.delete(href);
            store.removed(pendingWrite.snapshot().id(), meeting.id());
        } else if (known == null || known.sequence() < meeting.sequence()) {
            String etag = put(server, href, pendingWrite.text(), known == null ? null : known.etag());
            store.written(pendingWrite.snapshot().id(), meeting, href.toString(), etag);
        }
    }

    /** Where something else is there than we know, such as our own from an answer that was lost, it is replaced: what we say is newer. */
    private static String put(CalDavServer server, URI href, String text, String etag) throws CalDavException {
        CalDavServer.Written written = server.put(href, text, etag);
        if (!written.done()) {
            written = server.put(href, text, server.get(href).map(CalendarResource::etag).orElse(null));
        }
        if (!written.done()) {
            throw new CalDavException(CalendarProblem.SERVER, "HTTP 412");
        }
        return written.etag() != null ? written.etag() : server.get(href).map(CalendarResource::etag).orElse(null);
    }
}
