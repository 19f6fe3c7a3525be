package org.agentinbox.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.deadline.DeadlineHandler;
import org.agentinbox.platform.deadline.DeadlineKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/**
 * Ends a chat in which nobody has written for the idle time-out (ear/src/docs/rules.md#conversations), and warns both sides before.
 * Messages do not move the deadline: when it is due, it looks at the last message and sets itself again where the chat is not idle yet.
 */
@ApplicationScoped
@DeadlineKind(IdleEnd.KIND)
class IdleEnd implements DeadlineHandler {

    static final String KIND = "IDLE_END";

    @Inject
    private IdleNotices notices;
    @Inject
    private Conversations conversations;
    @Inject
    private Event<ChatIdle> idle;

    @Override
    public Optional<Instant> due(UUID conversationId, Instant now) {
        return conversations.lockIfAny(conversationId).filter(Conversation::isOpen).flatMap(conversation -> look(conversation, now));
    }

    private Optional<Instant> look(Conversation conversation, Instant now) {
        Instant toldAt = notices.toldAt(conversation);
        if (toldAt.isAfter(now)) {
            return Optional.of(toldAt);
        }
        Instant endsAt = notices.endsAt(conversation);
        if (endsAt.isAfter(now)) {
            notices.of(conversation, now).ifPresent(idle::fire);
            return Optional.of(endsAt);
        }
        conversations.end(conversation, EndReason.TIMEOUT);
        return Optional.empty();
    }
}
