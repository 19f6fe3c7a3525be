package org.agentinbox.web.inbox;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.notification.missed.MissedChat;

/**
 * A missed chat in the bell's list.
 *
 * @param key tells it from the others
 * @param line the message that the visitor left, else what they wrote first, in words where it was nothing
 * @param end what became of the chat, in words
 * @param email null where the visitor gave none
 * @param link for writing to them, or null
 * @param transcript of which conversation the reader may read the transcript, or null
 * @param isNew whether the caller has not looked at it before this list was opened
 */
public record MissedRow(String key, String name, Instant at, String ago, String exact, String line, String end, String email, String link,
    UUID transcript, boolean isNew) {

    static MissedRow of(MissedChat chat, boolean readable, Instant newSince, InboxTexts texts, ReaderTimes times) {
        String name = chat.visitorName() != null ? chat.visitorName()
            : chat.visitorEmail() != null ? chat.visitorEmail() : texts.text("visitor.unnamed");
        Instant at = chat.missedAt();
        return new MissedRow(chat.conversationId() + " " + at, name, at, times.ago(at), times.exact(at), line(chat, texts),
            end(chat, texts), chat.visitorEmail(), chat.visitorEmail() == null ? null : VisitorFact.mailto(chat.visitorEmail()),
            readable ? chat.conversationId() : null, !chat.seen() || newSince != null && !at.isBefore(newSince));
    }

    private static String line(MissedChat chat, InboxTexts texts) {
        if (chat.leftText() != null) {
            return texts.text("missed.left", chat.leftText());
        }
        return chat.firstLine() == null || chat.firstLine().isEmpty() ? texts.text("missed.quiet") : chat.firstLine();
    }

    private static String end(MissedChat chat, InboxTexts texts) {
        if (chat.takenBy() != null) {
            return texts.text("missed.taken", chat.takenBy());
        }
        return chat.team() == null ? texts.text("missed.nobody") : texts.text("missed.team", chat.team());
    }
}
