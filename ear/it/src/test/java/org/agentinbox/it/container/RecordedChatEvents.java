package org.agentinbox.it.container;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.agentinbox.conversation.ChatEnded;
import org.agentinbox.conversation.ChatIdle;
import org.agentinbox.conversation.ChatMissed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Records which chats were missed, are about to end or have ended, after the commit. */
@ApplicationScoped
public class RecordedChatEvents {

    private final List<UUID> missed = new CopyOnWriteArrayList<>();
    private final List<ChatIdle> idle = new CopyOnWriteArrayList<>();
    private final List<UUID> ended = new CopyOnWriteArrayList<>();

    void missed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChatMissed chat) {
        missed.add(chat.conversationId());
    }

    void idle(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChatIdle chat) {
        idle.add(chat);
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChatEnded chat) {
        ended.add(chat.conversationId());
    }

    /** @return how often a chat was missed */
    public long timesMissed(UUID conversation) {
        return missed.stream().filter(conversation::equals).count();
    }

    /** @return the warnings that were given before a chat's end */
    public List<ChatIdle> idle(UUID conversation) {
        return idle.stream().filter(chat -> chat.conversationId().equals(conversation)).toList();
    }

    /** @return how often a chat has ended */
    public long timesEnded(UUID conversation) {
        return ended.stream().filter(conversation::equals).count();
    }
}
