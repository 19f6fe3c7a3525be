package org.agentinbox.notification.missed;

import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.conversation.Page;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The chats that nobody took, to be seen to. For sales admins only, because they hold what visitors wrote. */
@Stateless
@RolesAllowed(SALES_ADMIN_NAME)
public class MissedRequests {

    @Resource
    private SessionContext context;
    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private MissedRequestRepository repository;

    /** @return the zone of the times in lists, that of the reports */
    public ZoneId zone() {
        return settings.batch().zone();
    }

    /**
     * @param openOnly whether only those are listed to which nobody has seen
     * @param afterOrNull the next of the page before; null for the first page
     * @return newest first, at most {@value MissedRequestRepository#PAGE}
     * @throws RefusedException {@link Refusal#INVALID_FIELD} where it is no next
     */
    public Page<MissedRequestView> page(boolean openOnly, String afterOrNull) {
        return repository.page(openOnly, afterOrNull);
    }

    /**
     * @param conversationId a chat that nobody took
     * @param done whether the caller has seen to it; false: it is open again
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public void seeTo(UUID conversationId, boolean done) {
        if (!repository.isMissed(conversationId)) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such missed request.");
        }
        repository.lock(conversationId).seeTo(done ? Caller.account(context) : null, clock.instant());
    }
}
