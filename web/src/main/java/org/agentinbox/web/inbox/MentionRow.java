package org.agentinbox.web.inbox;

import java.time.Instant;

import org.agentinbox.conversation.MentionView;

/**
 * A private note that mentions the reader, in the bell's list.
 *
 * @param key tells it from the others
 * @param title who mentioned them, in words
 * @param chat in whose chat, in words
 * @param link to the note
 * @param isNew whether the reader has not looked at it before this list was opened
 */
public record MentionRow(String key, String title, String chat, String text, Instant at, String ago, String exact, String link,
    boolean isNew) {

    static MentionRow of(MentionView mention, String context, Instant newSince, InboxTexts texts, ReaderTimes times) {
        Instant at = mention.at();
        String visitor = mention.visitorName() == null ? texts.text("visitor.unnamed") : mention.visitorName();
        return new MentionRow("mention " + mention.conversationId() + " " + mention.number(),
            texts.text("mention.by", mention.authorName()), texts.text("mention.chat", visitor), mention.text(), at, times.ago(at),
            times.exact(at), context + "/?c=" + mention.conversationId() + "&note=" + mention.number(),
            !mention.seen() || newSince != null && !at.isBefore(newSince));
    }
}
