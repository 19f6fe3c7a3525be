package org.agentinbox.conversation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Locks conversations and ends them, whoever asked. Works in its caller's transaction. */
@ApplicationScoped
class ConversationEnding {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Event<ChatClosed> closed;
    @Inject
    private Event<ChatEnded> ended;

    /** The conversation as it is now, and nobody else's to change until the transaction ends. */
    Conversation lock(UUID id) {
        return lockIfAny(id).orElseThrow(() -> new RefusedException(Refusal.NOT_FOUND, "There is no such conversation."));
    }

    /** The same for one that may have been purged meanwhile. */
    Optional<Conversation> lockIfAny(UUID id) {
        // In two statements: one that waits for a lock sees what it looks up besides as it was before the wait.
        boolean exists = !em.createNativeQuery("SELECT 1 FROM conversation WHERE id = :id FOR NO KEY UPDATE").setParameter("id", id)
            .getResultList().isEmpty();
        if (!exists) {
            return Optional.empty();
        }
        Conversation conversation = em.find(Conversation.class, id);
        em.refresh(conversation);
        return Optional.of(conversation);
    }

    /** Ends a locked conversation; one that is over already stays as it was. */
    ChatEnded end(Conversation conversation, EndReason reason) {
        boolean wasOpen = conversation.isOpen();
        conversation.end(reason, clock.instant());
        ChatEnded end = new ChatEnded(conversation.id(), conversation.visitorId(), conversation.agentId(),
            conversation.endReason() == null ? EndReason.TIMEOUT : conversation.endReason(), conversation.endedAt());
        if (wasOpen) {
            closed.fire(new ChatClosed(conversation.id()));
            ended.fire(end);
        }
        return end;
    }
}
