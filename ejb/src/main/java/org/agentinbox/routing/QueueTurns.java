package org.agentinbox.routing;

import java.util.List;
import java.util.UUID;

import org.agentinbox.availability.Candidate;
import org.agentinbox.availability.Candidates;
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
    private Candidates candidates;
    @Inject
    private AgentLoads loads;
    @Inject
    private ChatAssignment assignment;
    @Inject
    private Routing routing;

    /** The chats that wait, where some agent has time; the one that waits longest first. */
    @Transactional(TxType.REQUIRES_NEW)
    List<UUID> due() {
        return queue.isEmpty() || !somebodyHasTime() ? List.of() : queue.inOrder();
    }

    private boolean somebodyHasTime() {
        var load = loads.all();
        return candidates.all().stream().filter(Candidate::available).filter(Candidate::reachable)
            .anyMatch(agent -> !loads.isFull(agent, load.getOrDefault(agent.agentId(), 0)));
    }

    /** Offers one of them; returns false where nobody can take it any more. */
    @Transactional(TxType.REQUIRES_NEW)
    boolean serve(UUID conversationId) {
        assignment.lock(conversationId);
        return queue.contains(conversationId) && routing.serve(conversationId);
    }
}
