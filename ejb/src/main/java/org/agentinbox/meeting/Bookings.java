package org.agentinbox.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.account.Directory;
import org.agentinbox.conversation.ConversationCards;
import org.agentinbox.hours.Schedule;
import org.agentinbox.hours.Span;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.TextRules;
import org.agentinbox.visitor.VisitorClaims;
import org.agentinbox.visitor.VisitorService;
import org.agentinbox.visitor.VisitorView;
import org.agentinbox.visitor.Visitors;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/**
 * Books, moves and cancels meetings. For each agent one booking at a time reads what is free, under the lock of the calendar's row; in
 * addition a constraint of the database excludes overlaps. It checks no permission: its callers do.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Bookings {

    /** The most future meetings of one visitor with one agent, so that nobody can fill a calendar. */
    private static final int MOST_AHEAD = 3;

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
    @EJB
    private VisitorService visitorService;
    @Inject
    private ConversationCards cards;
    @Inject
    private MeetingTexts texts;
    @Inject
    private MeetingMail mail;
    @Inject
    private InvitationLimit invitations;
    @Inject
    private Event<MeetingChanged> changed;

    /** Books in a transaction of its own, so that a refusal leaves nothing behind. */
    @Transactional(TxType.REQUIRES_NEW)
    MeetingView book(UUID visitorId, BookingRequest request) {
        calendars.lock(request.agentId());
        Optional<Meeting> known = em
            .createQuery("SELECT m FROM Meeting m WHERE m.conversationId = :conversation AND m.clientId = :client", Meeting.class)
            .setParameter("conversation", request.conversationId()).setParameter("client", request.clientId()).getResultStream()
            .findFirst();
        return known.map(this::view).orElseGet(() -> sell(visitorId, request));
    }

    private Guest guest(UUID visitorId, BookingRequest request) {
        // Only what the visitor's own browser sent is used: the invitation goes to them, and for a claimed address it must not show what is
        // known of the address's owner.
        VisitorView known = visitors.said(visitorId)
            .orElseThrow(() -> new RefusedException(Refusal.UNKNOWN_TOKEN, "This visitor is no longer known: say hello without a token."));
        boolean says = request.name() != null || request.email() != null;
        VisitorView now = says ? visitorService.identify(visitorId, new VisitorClaims(request.name(), null, request.email(), null, null))
            : known;
        if (now.email() == null) {
            throw RefusedException.ofField("email", "where should the invitation go?");
        }
        return new Guest(visitorId, now.name(), now.email(), now.company(), now.locale(), zone(request.zone(), now.timeZone()));
    }

    private static String zone(String chosen, String known) {
        return chosen == null ? known : Schedule.zone(TextRules.line("zone", chosen, 64)).getId();
    }

    private MeetingView sell(UUID visitorId, BookingRequest request) {
        Instant now = clock.instant();
        AgentCalendar calendar = calendars.get(request.agentId());
        if (!calendars.isFree(calendar, request.start(), null)) {
            throw taken();
        }
        Guest guest = guest(visitorId, request);
        if (ahead(visitorId, request.agentId()) >= MOST_AHEAD) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "At most " + MOST_AHEAD + " meetings with one person at a time.");
        }
        Meeting meeting = new Meeting(Ids.next(now), calendar, guest, request.conversationId(), request.clientId(), request.start(), now);
        em.persist(meeting);
        return store(meeting, MeetingChanged.Kind.BOOKED, ChangedBy.VISITOR);
    }

    private long ahead(UUID visitorId, UUID agentId) {
        return em.createQuery(
            "SELECT COUNT(m) FROM Meeting m WHERE m.visitorId = :visitor AND m.agentId = :agent AND m.state = BOOKED AND m.endsAt > :now",
            Long.class).setParameter("visitor", visitorId).setParameter("agent", agentId).setParameter("now", clock.instant())
            .getSingleResult();
    }

    private static RefusedException taken() {
        return new RefusedException(Refusal.SLOT_TAKEN, "This slot is not free any more.");
    }

    /** The slots to which a meeting can be moved; its own time counts as free. */
    SlotsView slots(UUID meetingId, Instant from, Instant to) {
        Meeting meeting = Optional.ofNullable(em.find(Meeting.class, meetingId)).orElseThrow(Bookings::unknown);
        return calendars.slots(calendars.get(meeting.agentId()), from, to, meeting);
    }

    private static RefusedException unknown() {
        return new RefusedException(Refusal.NOT_FOUND, "There is no such meeting.");
    }

    /** Moves a meeting to a free slot. */
    MeetingView move(UUID meetingId, Instant start, ChangedBy by) {
        Meeting meeting = lock(meetingId);
        if (meeting.isBooked() && meeting.slot().from().equals(start)) {
            return view(meeting);
        }
        AgentCalendar calendar = calendars.get(meeting.agentId());
        if (meeting.isBooked() && !calendars.isFree(calendar, start, meeting)) {
            throw taken();
        }
        meeting.move(calendar, start, clock.instant());
        return store(meeting, MeetingChanged.Kind.MOVED, by);
    }

    /** Moves a meeting to its time in the connected calendar. */
    MeetingView moveTo(UUID meetingId, Span slot) {
        Meeting meeting = lock(meetingId);
        if (meeting.slot().equals(slot)) {
            return view(meeting);
        }
        meeting.move(slot, clock.instant());
        return store(meeting, MeetingChanged.Kind.MOVED, ChangedBy.CALENDAR);
    }

    /** Cancels a meeting, so that its slot is free again. */
    MeetingView cancel(UUID meetingId, ChangedBy by) {
        Meeting meeting = lock(meetingId);
        meeting.cancel(clock.instant());
        return store(meeting, MeetingChanged.Kind.CANCELLED, by);
    }

    private Meeting lock(UUID meetingId) {
        Meeting meeting = Optional.ofNullable(em.find(Meeting.class, meetingId)).orElseThrow(Bookings::unknown);
        calendars.lock(meeting.agentId());
        em.refresh(meeting);
        return meeting;
    }

    private MeetingView store(Meeting meeting, MeetingChanged.Kind kind, ChangedBy by) {
        try {
            em.flush();
        } catch (PersistenceException e) {
            if (isSoldTwice(e)) {
                throw taken();
            }
            throw e;
        }
        MeetingChanged change = new MeetingChanged(view(meeting), kind, by);
        if (by == ChangedBy.VISITOR && kind != MeetingChanged.Kind.CANCELLED) {
            invitations.count(meeting.id(), change.meeting().email());
        }
        cards.tell(meeting.conversationId(), texts.inChat(change), MeetingCards.event(change));
        mail.queue(change);
        calendars.tell(change);
        changed.fire(change);
        return change.meeting();
    }

    private static boolean isSoldTwice(Throwable e) {
        return e != null && (String.valueOf(e.getMessage()).contains("meeting_sold_once") || isSoldTwice(e.getCause()));
    }

    /** @throws RefusedException where there is no such meeting */
    MeetingView get(UUID meetingId) {
        return Optional.ofNullable(em.find(Meeting.class, meetingId)).map(this::view).orElseThrow(Bookings::unknown);
    }

    /** The meetings of a visitor that were booked in a conversation, newest first. */
    List<MeetingView> of(UUID visitorId, UUID conversationId) {
        return em
            .createQuery("SELECT m FROM Meeting m WHERE m.visitorId = :visitor AND m.conversationId = :conversation ORDER BY m.id DESC",
                Meeting.class)
            .setParameter("visitor", visitorId).setParameter("conversation", conversationId).getResultStream().map(this::view).toList();
    }

    private MeetingView view(Meeting meeting) {
        return meeting.view(directory.person(meeting.agentId()));
    }
}
