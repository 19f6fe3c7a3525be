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

import org.agentinbox.availability.Span;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Outbox;
import org.agentinbox.platform.OutboxKind;
import org.agentinbox.platform.OutboxSender;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Looks into a connected calendar: for calendars where none is chosen yet, else for busy times and for what became of our meetings there. A look
 * that fails leaves everything as it was; the next one comes with its {@link CalDavPoll}.
 */
@ApplicationScoped
@OutboxKind(CalDavLook.KIND)
class CalDavLook implements OutboxSender {

    static final String KIND = "CALDAV_LOOK";
    /** A little more than meetings can be booked ahead. */
    private static final Duration AHEAD = Duration.ofDays(368);
    private static final Duration AT_LEAST_AHEAD = Duration.ofDays(367);
    private static final Duration BACK = Duration.ofDays(1);
    private static final Duration LONGEST_MEETING = Duration.ofHours(8);
    private static final String OURS = "@agentinbox";

    @EJB
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
        Optional<Work> work = store.work(UUID.fromString(payload));
        if (work.isPresent()) {
            try {
                look(work.get(), servers.of(work.get()));
            } catch (CalDavException e) {
                store.failed(work.get().id(), e);
            }
        }
    }

    private void look(Work work, CalDavServer server) throws CalDavException {
        if (work.calendar() == null) {
            store.found(work.id(), server.find(work.address()));
            return;
        }
        Instant now = clock.instant();
        Optional<String> state = server.state(work.calendar());
        boolean isOld = work.lookedUntil() == null || work.lookedUntil().isBefore(now.plus(AT_LEAST_AHEAD));
        boolean misses = work.events().stream().anyMatch(EventRow.Known::missing);
        if (!isOld && !misses && state.isPresent() && state.get().equals(work.syncToken())) {
            store.unchanged(work.id());
        } else {
            all(work, server, state.orElse(null), now);
        }
    }

    /** The state was asked for before: what changes meanwhile is seen next time. */
    private void all(Work work, CalDavServer server, String state, Instant now) throws CalDavException {
        Instant from = now.minus(BACK);
        Instant to = now.plus(AHEAD);
        Map<UUID, StoredObject> ours = new HashMap<>();
        List<Span> busy = new ArrayList<>();
        for (StoredObject object : server.between(work.calendar(), from, to)) {
            CalendarText text = CalendarText.read(object.text());
            Optional<UUID> meeting = text.uid().flatMap(CalDavLook::meeting).filter(id -> store.isOurs(work.accountId(), id));
            meeting.ifPresent(id -> ours.put(id, object));
            if (meeting.isEmpty()) {
                busy.addAll(text.busy(work.zone(), from, to));
            }
        }
        for (EventRow.Known known : work.events()) {
            StoredObject there = ours.get(known.meetingId());
            follow(work, known, there != null ? there : server.get(URI.create(known.href())).orElse(null));
        }
        store.synced(work.id(), state, to, CalendarText.merged(busy));
    }

    private static Optional<UUID> meeting(String uid) {
        return uid.endsWith(OURS) ? Ids.parse(uid.substring(0, uid.length() - OURS.length())) : Optional.empty();
    }

    private void follow(Work work, EventRow.Known known, StoredObject there) {
        if (there == null && !known.missing()) {
            store.missing(work.id(), known);
            return;
        }
        if (there == null) {
            deleted(work, known);
            return;
        }
        if (!known.missing() && known.etag() != null && Objects.equals(known.etag(), there.etag()) && known.href().equals(there.href())) {
            return;
        }
        CalendarText text = CalendarText.read(there.text());
        Optional<Span> at = text.once(work.zone());
        if (text.isCancelled()) {
            deleted(work, known);
        } else if (at.isEmpty() || Duration.between(at.get().from(), at.get().to()).compareTo(LONGEST_MEETING) > 0) {
            store.putBack(work.id(), known, there, false);
        } else {
            changed(work, known, there, at.get());
        }
    }

    private void deleted(Work work, EventRow.Known known) {
        try {
            store.deletedThere(work.id(), known);
        } catch (RefusedException e) {
            // It was called off here at the same moment: both agree.
            store.removed(work.id(), known.meetingId());
        }
    }

    private void changed(Work work, EventRow.Known known, StoredObject there, Span at) {
        try {
            if (!store.changedThere(work.id(), known, there, at)) {
                store.putBack(work.id(), known, there, false);
            }
        } catch (RefusedException e) {
            if (e.refusal() == Refusal.SLOT_TAKEN) {
                store.putBack(work.id(), known, there, true);
            }
        }
    }
}
