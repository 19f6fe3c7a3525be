package org.agentinbox.meeting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Tokens;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What visitors do by the link in their email. Open to all: the link's token cannot be guessed, so whoever has it may act. */
@Stateless
@PermitAll
public class MeetingLinkService {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Bookings bookings;

    /**
     * @param token of the link
     * @return the meeting
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public MeetingView get(String token) {
        return bookings.get(meeting(token));
    }

    /**
     * @param token of the link
     * @param from the first instant at which a slot may begin
     * @param to the first instant at which none may begin any more
     * @return the slots to which the meeting can be moved
     * @throws RefusedException {@link Refusal#NOT_FOUND}, also where its agent cannot be met any more
     */
    public SlotsView slots(String token, Instant from, Instant to) {
        return bookings.slots(meeting(token), from, to);
    }

    /**
     * @param token of the link
     * @param start of the new slot
     * @return the meeting as it is now
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#SLOT_TAKEN}, {@link Refusal#MEETING_OVER},
     * {@link Refusal#TOO_MANY_INVITATIONS}
     */
    public MeetingView move(String token, Instant start) {
        return bookings.move(meeting(token), start, ChangedBy.VISITOR);
    }

    /**
     * @param token of the link
     * @return the meeting as it is now
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#MEETING_OVER}
     */
    public MeetingView cancel(String token) {
        return bookings.cancel(meeting(token), ChangedBy.VISITOR);
    }

    private UUID meeting(String token) {
        @SuppressWarnings("unchecked")
        List<UUID> found = em.createNativeQuery("SELECT meeting_id FROM meeting_link WHERE token_hash = :hash", UUID.class)
            .setParameter("hash", Tokens.hash(token == null ? "" : token)).getResultList();
        return found.stream().findFirst().orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such meeting."));
    }
}
