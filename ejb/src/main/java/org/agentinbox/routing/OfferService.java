package org.agentinbox.routing;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.List;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The offers made to the caller. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class OfferService {

    @Resource
    private SessionContext context;
    @Inject
    private Offers offers;
    @Inject
    private PendingOffers pending;

    /** @return the offers that wait for the caller's answer, oldest first */
    public List<OfferView> pending() {
        return pending.of(Caller.account(context));
    }

    /**
     * Takes the chat.
     *
     * @param offerId an offer made to the caller
     * @return the conversation, which is the caller's from now on
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#OFFER_GONE} where it was answered, has lapsed, or was
     *     made to somebody else
     */
    public ConversationView accept(UUID offerId) {
        return offers.accept(offerId, Caller.account(context));
    }

    /**
     * Declines the chat: what happens to it then depends on its entry.
     *
     * @param offerId an offer made to the caller
     * @throws RefusedException as {@link #accept}
     */
    public void decline(UUID offerId) {
        offers.decline(offerId, Caller.account(context));
    }
}
