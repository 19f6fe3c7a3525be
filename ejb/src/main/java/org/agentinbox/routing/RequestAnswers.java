package org.agentinbox.routing;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.List;
import java.util.UUID;

import org.agentinbox.account.Caller;
import org.agentinbox.conversation.ChatAssignment;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What visitors answered to the questions of an entry, for agents. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class RequestAnswers {

    @PersistenceContext
    private EntityManager em;
    @Resource
    private SessionContext context;
    @Inject
    private ChatAssignment assignment;

    /**
     * @param conversationId one that the caller may see
     * @return the questions with their answers, in the order of the form
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public List<FormAnswer> of(UUID conversationId) {
        assignment.checkVisible(conversationId, Caller.account(context), context.isCallerInRole(SALES_ADMIN_NAME));
        ChatRequest request = em.find(ChatRequest.class, conversationId);
        return request == null ? List.of() : request.answers().all();
    }
}
