package org.agentinbox.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * When an idle chat ends, and when both sides are warned, which is a minute before. Only messages count as activity: somebody who types or
 * reads and then leaves has not answered.
 */
@ApplicationScoped
class IdleNotices {

    private static final Duration NOTICE = Duration.ofMinutes(1);

    @Inject
    private Settings settings;

    /** When the chat ends, unless somebody writes before. */
    Instant endsAt(Conversation conversation) {
        return conversation.idleAt(settings.idleTimeout());
    }

    /** When both sides are warned, unless somebody writes before. */
    Instant toldAt(Conversation conversation) {
        return endsAt(conversation).minus(notice(settings.idleTimeout()));
    }

    /** The warning to show now; empty where the chat is not about to end. */
    Optional<ChatIdle> of(Conversation conversation, Instant now) {
        Instant endsAt = endsAt(conversation);
        boolean isTold = conversation.state() == ConversationState.ACTIVE && !toldAt(conversation).isAfter(now) && endsAt.isAfter(now);
        return isTold
            ? Optional
                .of(new ChatIdle(conversation.id(), conversation.visitorId(), conversation.agentId(), conversation.lastSeq(), endsAt, now))
            : Optional.empty();
    }

    /**
     * How long before the end both sides are warned: a minute, or half of a time-out below two minutes. As this is at most half of the
     * time-out, a message written after a warning moves the next warning past the announced end. So one look at that end is enough, and
     * messages need not move the deadline.
     */
    static Duration notice(Duration timeout) {
        Duration half = timeout.dividedBy(2);
        return half.compareTo(NOTICE) < 0 ? half : NOTICE;
    }
}
