package org.agentinbox.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.Tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Keeps the invitations few that visitors have sent: anybody may type anybody's address, and move a meeting again and again. Cancelling is
 * not limited, since each meeting is cancelled once. Two who book at the same moment can both be the last one. Works in its caller's
 * transaction.
 */
@ApplicationScoped
class InvitationLimit {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;

    /**
     * Counts an invitation that is about to be sent.
     *
     * @throws RefusedException {@link Refusal#TOO_MANY_INVITATIONS}
     */
    void count(UUID meetingId, String email) {
        byte[] mailbox = Tokens.hash(mailbox(email));
        Instant now = clock.instant();
        require(mailbox, now.minus(Duration.ofHours(1)), settings.invitations().perHour(), "an hour");
        require(mailbox, now.minus(Duration.ofDays(1)), settings.invitations().perDay(), "a day");
        em.createNativeQuery("INSERT INTO meeting_invitation (meeting_id, mailbox_hash, sent_at) VALUES (:meeting, :mailbox, :now)")
            .setParameter("meeting", meetingId).setParameter("mailbox", mailbox).setParameter("now", now).executeUpdate();
    }

    private void require(byte[] mailbox, Instant since, int most, String span) {
        Number sent = (Number) em
            .createNativeQuery("SELECT count(*) FROM meeting_invitation WHERE mailbox_hash = :mailbox AND sent_at > :since")
            .setParameter("mailbox", mailbox).setParameter("since", since).getSingleResult();
        if (sent.intValue() >= most) {
            throw new RefusedException(Refusal.TOO_MANY_INVITATIONS, "At most " + most + " invitations go to one address in " + span
                + ". Try again later, or ask the agent, who can move the meeting.");
        }
    }

    /** Upper and lower case, and what follows a plus sign, lead to the same mailbox with most servers. */
    static String mailbox(String email) {
        int at = email.lastIndexOf('@');
        int plus = email.indexOf('+');
        String local = plus > 0 && plus < at ? email.substring(0, plus) : email.substring(0, Math.max(at, 0));
        return (local + email.substring(Math.max(at, 0))).toLowerCase(Locale.ROOT);
    }
}
