package org.agentinbox.meeting.caldav;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.hours.Span;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.outbox.Outbox;
import org.agentinbox.platform.outbox.OutboxKind;
import org.agentinbox.platform.outbox.OutboxSender;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Looks into a connected calendar: for calendars where none is chosen yet, else for busy times and for what became of our meetings there. A
 * look
 * that fails leaves everything as it was; the next one comes with its {@link CalDavPoll}.
 */
@ApplicationScoped
@OutboxKind(CalDavSync.KIND)
class CalDavSync implements OutboxSender {

    static final String KIND = "CALDAV_LOOK";
    /** A little more than meetings can be booked ahead. */
    private static final Duration AHEAD = Duration.ofDays(368);
    private static final Duration AT_LEAST_AHEAD = Duration.ofDays(367);
    private static final Duration BACK = Duration.ofDays(1);
    private static final Duration LONGEST_MEETING = Duration.ofHours(8);
    private static final String OURS = "@agentinbox";

    @Inject
    private ConnectionStore store;
    @Inject
    private CalDavServers servers;
    @Inject
    private Clock clock;

    static void queue(Outbox outbox, UUID connectionId, Instant now) {
        outbox.put(KIND, connectionId.toString(), now.plus(Duration.ofMinutes(2)));
    }

    @Override
    public void send(String payload) {
        Optional<ConnectionSnapshot> snapshot = store.work(UUID.fromString(payload));
        if (snapshot.isPresent()) {
            try {
                look(snapshot.get(), servers.of(snapshot.get()));
            } catch (CalDavException e) {
                store.failed(snapshot.get().id(), e);
            }
        }
    }

    private void look(ConnectionSnapshot snapshot, CalDavServer server) throws CalDavException {
        if (snapshot.calendar() == null) {
            store.found(snapshot.id(), server.find(snapshot.address()));
            return;
        }
        Instant now = clock.instant();
        Optional<String> state = server.state(snapshot.calendar());
        boolean isOld = snapshot.lookedUntil() == null || snapshot.lookedUntil().isBefore(now.plus(AT_LEAST_AHEAD));
        boolean misses = snapshot.events().stream().anyMatch(CalendarEvent.Known::missing);
        if (!isOld && !misses && state.isPresent() && state.get().equals(snapshot.syncToken())) {
            store.unchanged(snapshot.id());
        } else {
            all(snapshot, server, state.orElse(null), now);
        }
    }

    /** The state was asked for before: what changes meanwhile is seen next time. */
    private void all(ConnectionSnapshot snapshot, CalDavServer server, String state, Instant now) throws CalDavException {
        Instant from = now.minus(BACK);
        Instant to = now.plus(AHEAD);
        Map<UUID, CalendarResource> ours = new HashMap<>();
        List<Span> busy = new ArrayList<>();
        for (CalendarResource object : server.between(snapshot.calendar(), from, to)) {
            CalendarObject text = CalendarObject.read(object.text());
            Optional<UUID> meeting = text.uid().flatMap(CalDavSync::meeting).filter(id -> store.isOurs(snapshot.accountId(), id));
            meeting.ifPresent(id -> ours.put(id, object));
            if (meeting.isEmpty()) {
                busy.addAll(text.busy(snapshot.zone(), from, to));
            }
        }
        for (CalendarEvent.Known known : snapshot.events()) {
            CalendarResource there = ours.get(known.meetingId());
            follow(snapshot, known, there != null ? there : server.get(URI.create(known.href())).orElse(null));
        }
        store.synced(snapshot.id(), state, to, CalendarObject.merged(busy));
    }

    private static Optional<UUID> meeting(String uid) {
        return uid.endsWith(OURS) ? Ids.parse(uid.substring(0, uid.length() - OURS.length())) : Optional.empty();
    }

    private void follow(ConnectionSnapshot snapshot, CalendarEvent.Known known, CalendarResource there) {
        if (there == null && !known.missing()) {
            store.missing(snapshot.id(), known);
            return;
        }
        if (there == null) {
            deleted(snapshot, known);
            return;
        }
        if (!known.missing() && known.etag() != null && Objects.equals(known.etag(), there.etag()) && known.href().equals(there.href())) {
            return;
        }
        CalendarObject text = CalendarObject.read(there.text());
        Optional<Span> at = text.once(snapshot.zone());
        if (text.isCancelled()) {
            deleted(snapshot, known);
        } else if (at.isEmpty() || Duration.between(at.get().from(), at.get().to()).compareTo(LONGEST_MEETING) > 0) {
            store.putBack(snapshot.id(), known, there, false);
        } else {
            changed(snapshot, known, there, at.get());
        }
    }

    private void deleted(ConnectionSnapshot snapshot, CalendarEvent.Known known) {
        try {
            store.deletedThere(snapshot.id(), known);
        } catch (RefusedException e) {
            // It was called off here at the same moment: both agree.
            store.removed(snapshot.id(), known.meetingId());
        }
    }

    private void changed(ConnectionSnapshot snapshot, CalendarEvent.Known known, CalendarResource there, Span at) {
        try {
            if (!store.changedThere(snapshot.id(), known, there, at)) {
                store.putBack(snapshot.id(), known, there, false);
            }
        } catch (RefusedException e) {
            if (e.refusal() == Refusal.SLOT_TAKEN) {
                store.putBack(snapshot.id(), known, there, true);
            }
        }
    }
}
