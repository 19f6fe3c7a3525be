package org.agentinbox.web.inbox;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.agentinbox.conversation.ConversationState;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.EndReason;
import org.agentinbox.conversation.MessageView;
import org.agentinbox.conversation.NoteView;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.conversation.MessageKind;

/** Makes the rows of a log: messages and private notes in order, days between them, how it ended. */
final class LogRows {

    private final ConversationView conversation;
    private final UUID me;
    private final InboxTexts texts;
    private final ReaderTimes times;
    private final List<LogRow> rows = new ArrayList<>();
    private LogRow previous;

    LogRows(ConversationView conversation, UUID me, InboxTexts texts, ReaderTimes times) {
        this.conversation = conversation;
        this.me = me;
        this.texts = texts;
        this.times = times;
    }

    /**
     * @param messages the newest ones, without a gap
     * @param notes all of the conversation, each behind the last message that was there when it was written
     * @return the rows from top to bottom
     */
    List<LogRow> of(List<MessageView> messages, List<NoteView> notes) {
        int first = messages.isEmpty() ? 1 : messages.get(0).seq();
        if (first > 1) {
            rows.add(LogRow.line("earlier", "earlier", texts.text("chat.earlier")));
        }
        List<NoteView> waiting = new ArrayList<>(notes.stream().filter(note -> note.afterSeq() >= first - 1).toList());
        addNotes(waiting, first - 1);
        messages.forEach(message -> {
            add(row(message));
            addNotes(waiting, message.seq());
        });
        addNotes(waiting, Integer.MAX_VALUE);
        end();
        return rows;
    }

    private void addNotes(List<NoteView> waiting, int upTo) {
        while (!waiting.isEmpty() && waiting.get(0).afterSeq() <= upTo) {
            add(row(waiting.remove(0)));
        }
    }

    private void add(LogRow row) {
        if (previous == null || !times.day(previous.at()).equals(times.day(row.at()))) {
            rows.add(LogRow.line("day " + row.key(), "day", times.dayName(row.at())));
        }
        boolean head = !isOfOneGroup(previous, row);
        previous = new LogRow(row.key(), row.kind(), row.own(), head, row.name(), row.text(), row.at(), row.clock(), row.exact(),
            row.mark());
        rows.add(previous);
    }

    private static boolean isOfOneGroup(LogRow a, LogRow b) {
        return a != null && a.kind().equals("text") && b.kind().equals("text") && a.own() == b.own() && Objects.equals(a.name(), b.name())
            && a.at().truncatedTo(ChronoUnit.MINUTES).equals(b.at().truncatedTo(ChronoUnit.MINUTES));
    }

    private LogRow row(MessageView message) {
        boolean own = message.author() == AuthorKind.AGENT;
        String key = own && message.clientId() != null ? message.clientId().toString() : "seq " + message.seq();
        String name = message.author() == AuthorKind.VISITOR ? Names.of(conversation.visitor(), texts) : message.authorName();
        return new LogRow(key, message.kind() == MessageKind.SYSTEM ? "system" : message.card() == null ? "text" : "card", own, false, name,
            message.text(), message.at(), times.clock(message.at()), times.exact(message.at()),
            !own ? null : message.seq() <= conversation.visitorReadSeq() ? "read" : "stored");
    }

    private LogRow row(NoteView note) {
        boolean own = note.authorId().equals(me);
        return new LogRow(own && note.clientId() != null ? note.clientId().toString() : "note " + note.id(), "note", own, false,
            note.authorName(), note.text(), note.at(), times.clock(note.at()), times.exact(note.at()), own ? "stored" : null);
    }

    private void end() {
        if (previous == null && conversation.state() == ConversationState.ACTIVE) {
            rows.add(LogRow.line("empty", "empty", texts.text("chat.empty")));
        }
        if (conversation.state() == ConversationState.ENDED) {
            rows.add(LogRow.line("end", "end", texts.text("chat.ended.at", ended(), times.clock(conversation.endedAt()))));
        }
    }

    private String ended() {
        UUID by = conversation.endedBy() == null && conversation.agent() != null ? conversation.agent().id() : conversation.endedBy();
        boolean byMe = conversation.reason() == EndReason.AGENT && me.equals(by);
        String key = "chat.ended." + (byMe ? "YOU" : conversation.reason());
        return texts.text(texts.has(key) ? key : "chat.ended.other");
    }
}
