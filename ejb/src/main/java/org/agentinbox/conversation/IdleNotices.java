package org.agentinbox.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * When a silent chat ends, and from when on both sides are told so: a minute before. Only messages break the silence; who types or
 * reads and then leaves has not answered.
 */
@ApplicationScoped
class IdleNotices {

    private static final Duration NOTICE = Duration.ofMinutes(1);

    @Inject
    private Settings settings;

    /** When nobody writes until then, it is over. */
    Instant endsAt(Conversation conversation) {
        return conversation.idleAt(settings.idleTimeout());
    }

    /** When nobody writes until then, both are told. */
    Instant toldAt(Conversation conversation) {
        return endsAt(conversation).minus(notice(settings.idleTimeout()));
    }

    /** What to tell those who are in it now. */
    Optional<ChatIdle> of(Conversation conversation, Instant now) {
        Instant endsAt = endsAt(conversation);
        boolean isTold = conversation.state() == ConversationState.ACTIVE && !toldAt(conversation).isAfter(now) && endsAt.isAfter(now);
        return isTold
            ? Optional
                .of(new ChatIdle(conversation.id(), conversation.visitorId(), conversation.agentId(), conversation.lastSeq(), endsAt, now))
            : Optional.empty();
    }

    /**
     * Of time-outs below two minutes, half. So what is written after a notice puts the next one behind the end that was announced, and
     * one look at that time is in time for it: messages need not touch the deadline.
     */
    static Duration notice(Duration timeout) {
        Duration half = timeout.dividedBy(2);
        return half.compareTo(NOTICE) < 0 ? half : NOTICE;
    }
}
