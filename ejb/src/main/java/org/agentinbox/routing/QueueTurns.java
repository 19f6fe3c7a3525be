package org.agentinbox.routing;

import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.ChatAssignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Serves those who wait in the queue, each in a transaction of its own. */
@ApplicationScoped
class QueueTurns {

    @Inject
    private WaitingQueue queue;
    @Inject
    private AgentChoice agentChoice;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private Routing routing;

    /** The chats that wait, where some agent has time; the one that waits longest first. */
    @Transactional(TxType.REQUIRES_NEW)
    List<UUID> due() {
        return queue.isEmpty() || !agentChoice.somebodyHasTime() ? List.of() : queue.inOrder();
    }

    /** Offers one of them; returns false where nobody can take it any more. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean serve(UUID conversationId) {
        assignment.lock(conversationId);
        return queue.contains(conversationId) && routing.serve(conversationId);
    }
}
