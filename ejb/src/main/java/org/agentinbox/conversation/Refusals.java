package org.agentinbox.conversation;

import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Why a visitor's message was not taken; also asked in threads that no service was called in. */
@ApplicationScoped
class Refusals {

    @PersistenceContext
    private EntityManager em;

    @Transactional
    RefusedException ofVisitor(UUID visitorId, UUID conversationId) {
        Conversation conversation = em.find(Conversation.class, conversationId);
        return conversation == null || !conversation.visitorId().equals(visitorId)
            ? new RefusedException(Refusal.NOT_FOUND, "There is no such conversation.")
            : new RefusedException(Refusal.CHAT_ENDED, "This chat is over.");
    }
}
