package org.agentinbox.notification.missed;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** The chats that the caller missed: offers that they did not answer in time, and what was meant for a team of theirs and nobody took. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class MissedChats {

    /** Tolerance for clocks of nodes that differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private MissedChatRepository repository;
    @Inject
    private Event<MissedChatsChanged> changed;

    /** @return those of the past 90 days, newest first, at most 50 */
    public List<MissedChat> mine() {
        return repository.latest(me());
    }

    /** @return how many the caller has not looked at yet */
    public int unseen() {
        return repository.unseen(me());
    }

    /**
     * Marks the caller's missed chats as seen. What was missed later stays unseen.
     *
     * @param upTo when the newest that they saw was missed; from 1970 on, not in the future
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD}
     */
    public void seen(Instant upTo) {
        UUID me = me();
        if (upTo == null || upTo.isBefore(Instant.EPOCH) || upTo.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            throw RefusedException.ofField("upTo", "an instant that is past is wanted");
        }
        repository.see(me, upTo);
        changed.fire(new MissedChatsChanged(me, repository.unseen(me)));
    }

    private UUID me() {
        return Caller.account(context);
    }
}
