package org.agentinbox.conversation;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.conversation.wrapup.WrapUpView;
import org.agentinbox.conversation.wrapup.WrapUpWish;
import org.agentinbox.conversation.wrapup.WrapUps;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** What came of chats: their agents, and sales admins, set outcome and tags after the end, and may change them later. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class AgentWrapUps {

    @Resource
    private SessionContext context;
    @Inject
    private Conversations conversations;
    @Inject
    private WrapUps wrapUps;
    @Inject
    private Event<WrapUpChanged> changed;

    /**
     * Gives a chat an outcome and tags, in place of those that it has.
     *
     * @param conversationId one of the caller's that ended; a sales admin may do it to anybody's
     * @return what is stored
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND}, {@link org.agentinbox.platform.Refusal#NOT_ALLOWED};
     *     {@link org.agentinbox.platform.Refusal#CHOICE_GONE} where something is not on its list any more
     */
    public WrapUpView set(UUID conversationId, WrapUpWish wish) {
        UUID me = Caller.account(context);
        Conversation conversation = conversations.lock(conversationId);
        conversation.checkMayWrapUp(me, context.isCallerInRole(SALES_ADMIN_NAME));
        WrapUpView stored = wrapUps.set(conversationId, wish, me);
        changed.fire(new WrapUpChanged(conversationId, conversation.agentId(), me, stored));
        return stored;
    }
}
