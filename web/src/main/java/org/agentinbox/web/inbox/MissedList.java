package org.agentinbox.web.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

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
    @Inject
    private PageReader reader;
    private List<MissedChat> chats;

    @PostConstruct
    void load() {
        chats = missed.mine();
    }

    /** @return the rows; those since the parameter {@code since} stay new while the list is open, though they were looked at meanwhile */
    public List<MissedRow> getRows() {
        Instant since = since();
        return chats.stream().map(chat -> MissedRow.of(chat, since, reader.texts(), reader.times())).toList();
    }

    private Instant since() {
        try {
            String since = reader.parameter("since");
            return since == null ? null : Instant.parse(since);
        } catch (DateTimeException e) {
            return null;
        }
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
