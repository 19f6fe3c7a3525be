package org.agentinbox.conversation;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Person;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Mentions in private notes: whom the caller can mention, and where the caller was mentioned. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class NoteMentions {

    /** Tolerance for clocks of nodes that differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private Conversations conversations;
    @Inject
    private Mentions mentions;

    /**
     * @param conversationId one that the caller may see
     * @return the others who may read it now, by name: live agents, leads of its teams while it is open, and sales admins
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND}
     */
    public List<Person> candidates(UUID conversationId) {
        return mentions.readers(conversations.visible(conversationId, me(), seesAll())).stream()
            .filter(person -> !person.id().equals(me())).toList();
    }

    /** @return where the caller was mentioned in the past 90 days, in conversations that they may read now; newest first, at most 50 */
    public List<MentionView> mine() {
        return mentions.latest(me(), seesAll());
    }

    /** @return how many of them the caller has not looked at yet; at most 50 */
    public int unseen() {
        return mentions.unseen(me(), seesAll());
    }

    /**
     * Marks the caller's mentions as seen. Later ones stay unseen.
     *
     * @param upTo when the newest that they saw was written; from 1970 on, not in the future
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD}
     */
    public void seen(Instant upTo) {
        if (upTo == null || upTo.isBefore(Instant.EPOCH) || upTo.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            throw RefusedException.ofField("upTo", "an instant that is past is wanted");
        }
        mentions.see(me(), seesAll(), upTo);
    }

    private UUID me() {
        return Caller.account(context);
    }

    private boolean seesAll() {
        return context.isCallerInRole(SALES_ADMIN_NAME);
    }
}
