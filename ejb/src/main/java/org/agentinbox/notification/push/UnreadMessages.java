package org.agentinbox.notification.push;

import static jakarta.enterprise.event.TransactionPhase.AFTER_SUCCESS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.agentinbox.availability.Presence;
import org.agentinbox.conversation.MessageStored;
import org.agentinbox.conversation.append.AuthorKind;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Notes what visitors write and asks for all of it together whose agent is away, so that a message costs nothing on its way. Kept
 * in memory: the message is stored and unread whatever happens here.
 */
@ApplicationScoped
class UnreadMessages {

    /** An inbox that lost its connection without a word counts as open for so long: whoever has not read by then is not there. */
    private static final Duration SECOND_LOOK = Presence.REACHABLE_FOR.plusSeconds(2);

    @Inject
    private PushDispatcher dispatcher;
    @Inject
    private Clock clock;
    private final Map<UUID, UnreadMessage> messages = new ConcurrentHashMap<>();

    void stored(@Observes(during = AFTER_SUCCESS) MessageStored stored) {
        if (stored.agentId() != null && stored.message().author() == AuthorKind.VISITOR) {
            messages.put(stored.message().conversationId(), new UnreadMessage(stored.message(), stored.agentId(), clock.instant(), false));
        }
    }

    /** Pushes what is due; what could not be looked at stays. */
    void pushDue() {
        Instant now = clock.instant();
        List<UnreadMessage> due = messages.values().stream().filter(unread -> !unread.dueAt().isAfter(now)).toList();
        Collection<UnreadMessage> open = dispatcher.push(due);
        due.forEach(unread -> messages.remove(unread.conversationId(), unread));
        open.stream().filter(unread -> !unread.again())
            .forEach(unread -> messages.putIfAbsent(unread.conversationId(), unread.later(now.plus(SECOND_LOOK))));
    }
}
