package org.agentinbox.web.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.conversation.AgentChats;
import org.agentinbox.notification.missed.MissedChat;
import org.agentinbox.notification.missed.MissedChats;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The chats that the caller missed, newest first. */
@Named("missedList")
@RequestScoped
public class MissedList {

    @EJB
    private MissedChats missed;
    @EJB
    private AgentChats agentChats;
    @Inject
    private PageReader reader;
    private List<MissedChat> chats;

    @PostConstruct
    void load() {
        chats = missed.mine();
    }

    /** @return the rows; those since the parameter {@code since} stay new while the list is open, though they were looked at meanwhile */
    public List<MissedRow> getRows() {
        Instant since = reader.instant("since");
        Set<UUID> readable = agentChats.visible(chats.stream().map(MissedChat::conversationId).collect(Collectors.toSet()));
        return chats.stream()
            .map(chat -> MissedRow.of(chat, readable.contains(chat.conversationId()), since, reader.texts(), reader.times())).toList();
    }

    /**
     * @param row one of them
     * @return what its button shows
     */
    public String transcriptOf(MissedRow row) {
        return reader.texts().text("missed.transcript", row.name());
    }

    /** @return when the newest was missed; null where there is none */
    public Instant getNewest() {
        return chats.isEmpty() ? null : chats.get(0).missedAt();
    }

    /** @return when the oldest was missed that the caller has not looked at; null where there is none */
    public Instant getOldestUnseen() {
        return chats.stream().filter(chat -> !chat.seen()).map(MissedChat::missedAt).reduce((newer, older) -> older).orElse(null);
    }
}
