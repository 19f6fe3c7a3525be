package org.agentinbox.notification;

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
import org.agentinbox.conversation.AuthorKind;
import org.agentinbox.conversation.MessageStored;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Notes what visitors write and asks for all of it together whose agent is away, so that a message costs nothing on its way. Kept
 * in memory: the message is stored and unread whatever happens here.
 */
@ApplicationScoped
class UnseenMessages {

    /** An inbox that lost its connection without a word counts as open for so long: whoever has not read by then is not there. */
    private static final Duration SECOND_LOOK = Presence.REACHABLE_FOR.plusSeconds(2);

    @EJB
    private PushDesk desk;
    @Inject
    private Clock clock;
    private final Map<UUID, Unseen> notes = new ConcurrentHashMap<>();

    void stored(@Observes(during = AFTER_SUCCESS) MessageStored stored) {
        if (stored.agentId() != null && stored.message().author() == AuthorKind.VISITOR) {
            notes.put(stored.message().conversationId(), new Unseen(stored.message(), stored.agentId(), clock.instant(), false));
        }
    }

    /** Pushes what is due; what could not be looked at stays. */
    void pushDue() {
        Instant now = clock.instant();
        List<Unseen> due = notes.values().stream().filter(note -> !note.dueAt().isAfter(now)).toList();
        Collection<Unseen> open = desk.push(due);
        due.forEach(note -> notes.remove(note.conversationId(), note));
        open.stream().filter(note -> !note.again()).forEach(note -> notes.putIfAbsent(note.conversationId(), note.later(now.plus(SECOND_LOOK))));
    }
}
