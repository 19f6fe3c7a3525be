package org.agentinbox.routing;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.List;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.conversation.ChatAssignment;
import org.agentinbox.platform.Settings;
import org.agentinbox.platform.TextRules;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Transfers the caller's chats to other agents. Only the agent who has a chat can transfer it; this holds for sales admins too. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class TransferService {

    @Resource
    private SessionContext context;
    @Inject
    private Settings settings;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private Transfers transfers;

    /**
     * @param conversationId an active one of the caller's
     * @return all other agents who take chats, by name, each with the reason why they cannot be chosen, if there is one
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND},
     * {@link org.agentinbox.platform.Refusal#CHAT_ENDED}, {@link org.agentinbox.platform.Refusal#NOT_ALLOWED}
     */
    public List<TransferCandidate> candidates(UUID conversationId) {
        check(conversationId);
        return transfers.candidates(me());
    }

    /**
     * Offers a chat to another agent. It stays the caller's until that agent accepts.
     *
     * @param conversationId an active one of the caller's
     * @param clientId names the act: the same one again returns the first one's transfer as it is now
     * @param agentId to whom
     * @param note a private note to go with it; null or empty for none
     * @return the transfer as it is now
     * @throws org.agentinbox.platform.RefusedException as for {@link #candidates}, for the note as for a message, and
     * {@link org.agentinbox.platform.Refusal#TRANSFER_PENDING} where it is offered to somebody already,
     * {@link org.agentinbox.platform.Refusal#AGENT_BUSY} where that agent cannot take it now
     */
    public TransferView start(UUID conversationId, UUID clientId, UUID agentId, String note) {
        String checked = note == null || note.isBlank() ? null : TextRules.message(note, settings.messageMaxLength());
        assignment.lock(conversationId);
        return transfers.known(conversationId, clientId, me()).orElseGet(() -> {
            check(conversationId);
            return transfers.start(conversationId, clientId, me(), agentId, checked);
        });
    }

    /**
     * Cancels a transfer.
     *
     * @param offerId of a transfer that the caller began
     * @return the transfer
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#OFFER_GONE} where it was answered, has
     * lapsed, or is somebody else's
     */
    public TransferView cancel(UUID offerId) {
        return transfers.cancel(offerId, me());
    }

    /** @return the transfers of the caller's chats that wait for an answer */
    public List<TransferView> pending() {
        return transfers.pendingFrom(me());
    }

    private void check(UUID conversationId) {
        assignment.checkActiveOf(conversationId, me(), context.isCallerInRole(SALES_ADMIN_NAME));
    }

    private UUID me() {
        return Caller.account(context);
    }
}
