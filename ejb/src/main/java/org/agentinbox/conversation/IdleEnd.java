package org.agentinbox.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.agentinbox.platform.DeadlineHandler;
import org.agentinbox.platform.DeadlineKind;
import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Ends a chat in which nobody has written for the idle time-out (spec, section 5). Messages do not move the deadline: it looks. */
@ApplicationScoped
@DeadlineKind(IdleEnd.KIND)
class IdleEnd implements DeadlineHandler {

    static final String KIND = "IDLE_END";

    @Inject
    private Settings settings;
    @Inject
    private ConversationEnding ending;

    @Override
    public Optional<Instant> due(UUID conversationId, Instant now) {
        return ending.lockIfAny(conversationId).filter(Conversation::isOpen).flatMap(conversation -> endOrWait(conversation, now));
    }

    private Optional<Instant> endOrWait(Conversation conversation, Instant now) {
        Instant idleAt = conversation.idleAt(settings.idleTimeout());
        if (idleAt.isAfter(now)) {
            return Optional.of(idleAt);
        }
        ending.end(conversation, EndReason.TIMEOUT);
        return Optional.empty();
    }
}
