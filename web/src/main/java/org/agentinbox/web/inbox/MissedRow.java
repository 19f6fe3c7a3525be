package org.agentinbox.web.inbox;

import java.time.Instant;

import org.agentinbox.notification.missed.MissedChat;

/**
 * A missed chat in the bell's list.
 *
 * @param key tells it from the others
 * @param line what the visitor wrote first, in words where it was nothing
 * @param end what became of the chat, in words
 * @param email null where the visitor gave none
 * @param link for writing to them, or null
 * @param isNew whether the caller has not looked at it before this list was opened
 */
public record MissedRow(String key, String name, Instant at, String ago, String exact, String line, String end, String email, String link,
    boolean isNew) {

    static MissedRow of(MissedChat chat, Instant newSince, InboxTexts texts, ReaderTimes times) {
        String name = chat.visitorName() != null ? chat.visitorName()
            : chat.visitorEmail() != null ? chat.visitorEmail() : texts.text("visitor.unnamed");
        Instant at = chat.missedAt();
        return new MissedRow(chat.conversationId() + " " + at, name, at, times.ago(at), times.exact(at),
            chat.firstLine() == null || chat.firstLine().isEmpty() ? texts.text("missed.quiet") : chat.firstLine(),
            chat.takenBy() == null ? texts.text("missed.nobody") : texts.text("missed.taken", chat.takenBy()), chat.visitorEmail(),
            chat.visitorEmail() == null ? null : VisitorFact.mailto(chat.visitorEmail()),
            !chat.seen() || newSince != null && !at.isBefore(newSince));
    }
}
