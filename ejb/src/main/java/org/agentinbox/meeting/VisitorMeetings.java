package org.agentinbox.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * What visitors do with calendars that were shared with them. Open to all callers: only somebody with the visitor's token learns the
 * visitor's id. A calendar that no agent shared in one of the visitor's conversations is treated as if it did not exist.
 */
@Stateless
@PermitAll
public class VisitorMeetings {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Calendars calendars;
    @Inject
    private ConversationVisitors conversationVisitors;
    @Inject
    private Bookings bookings;
    @Inject
    private BookingFailures failures;

    /**
     * @param visitorId who asks
     * @param agentId whose calendar
     * @param from the first instant at which a slot may begin
     * @param to the first instant at which none may begin any more; at most 62 days after {@code from}
     * @return the slots that are free now
     * @throws RefusedException {@link Refusal#NOT_FOUND} where the calendar was not shared with this visitor, or cannot be booked now
     */
    public SlotsView slots(UUID visitorId, UUID agentId, Instant from, Instant to) {
        boolean shared = !em.createNativeQuery("""
            SELECT 1 FROM calendar_share s JOIN conversation c ON c.id = s.conversation_id WHERE s.agent_id = :agent AND c.visitor_id = \
            :visitor
            """).setParameter("agent", agentId).setParameter("visitor", visitorId).setMaxResults(1).getResultList().isEmpty();
        if (!shared) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such calendar.");
        }
        return calendars.slots(calendars.get(agentId), from, to, null);
    }

    /**
     * Books a slot. Both sides are told, in the chat and by email.
     *
     * @param visitorId who books
     * @param request what
     * @return the meeting; for a client id that was used before, the first one's
     * @throws RefusedException {@link Refusal#SLOT_TAKEN}, {@link Refusal#NOT_FOUND} where the calendar was not shared in this visitor's
     * conversation, {@link Refusal#INVALID_FIELD}, {@link Refusal#NOT_ALLOWED} for too many meetings,
     * {@link Refusal#TOO_MANY_INVITATIONS}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public MeetingView book(UUID visitorId, BookingRequest request) {
        checkShared(visitorId, request);
        try {
            return bookings.book(visitorId, request);
        } catch (RefusedException e) {
            if (e.refusal() == Refusal.SLOT_TAKEN) {
                failures.failed(visitorId, request);
            }
            throw e;
        }
    }

    private void checkShared(UUID visitorId, BookingRequest request) {
        boolean shared = conversationVisitors.id(request.conversationId()).equals(visitorId)
            && !em.createNativeQuery("SELECT 1 FROM calendar_share WHERE conversation_id = :conversation AND agent_id = :agent")
                .setParameter("conversation", request.conversationId()).setParameter("agent", request.agentId()).getResultList().isEmpty();
        if (!shared) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such calendar in a conversation of yours.");
        }
    }

    /**
     * @param visitorId who asks
     * @param conversationId one of theirs
     * @return the meetings that were booked in it, newest first
     */
    public List<MeetingView> in(UUID visitorId, UUID conversationId) {
        return bookings.of(visitorId, conversationId);
    }

    /**
     * @param visitorId whose meeting
     * @param meetingId which
     * @param start of the new slot
     * @return the meeting as it is now
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#SLOT_TAKEN}, {@link Refusal#MEETING_OVER},
     * {@link Refusal#TOO_MANY_INVITATIONS}
     */
    public MeetingView move(UUID visitorId, UUID meetingId, Instant start) {
        checkOwn(visitorId, meetingId);
        return bookings.move(meetingId, start, ChangedBy.VISITOR);
    }

    /**
     * @param visitorId whose meeting
     * @param meetingId which
     * @return the meeting as it is now
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#MEETING_OVER}
     */
    public MeetingView cancel(UUID visitorId, UUID meetingId) {
        checkOwn(visitorId, meetingId);
        return bookings.cancel(meetingId, ChangedBy.VISITOR);
    }

    private void checkOwn(UUID visitorId, UUID meetingId) {
        if (!visitorId.equals(bookings.get(meetingId).visitorId())) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such meeting.");
        }
    }
}
