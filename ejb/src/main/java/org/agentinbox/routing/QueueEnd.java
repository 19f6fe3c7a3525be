package org.agentinbox.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.conversation.ChatAssignment;
import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends a visitor's wait in the queue. Where the chat is offered to somebody just then, they may still take it. */
@ApplicationScoped
@DeadlineKind(QueueEnd.KIND)
class QueueEnd implements DeadlineHandler {

    static final String KIND = "QUEUE_END";

    @Inject
    private ChatAssignment assignment;
    @Inject
    private WaitingQueue queue;
    @Inject
    private Routing routing;

    @Override
    public Optional<Instant> due(UUID conversationId, Instant now) {
        if (queue.contains(conversationId)) {
            assignment.lock(conversationId);
            // Again, since the chat may have been offered or ended before it was locked.
            if (queue.contains(conversationId)) {
                routing.giveUp(conversationId);
            }
        }
        return Optional.empty();
    }
}
