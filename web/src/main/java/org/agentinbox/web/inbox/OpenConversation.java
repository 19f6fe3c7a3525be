package org.agentinbox.web.inbox;

import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.ConversationState;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MessagePage;
import org.agentinbox.conversation.NotePage;

/** The conversation that a page shows: its head and its messages. */
public final class OpenConversation {

    private final ConversationView conversation;
    private final UUID me;
    private final InboxTexts texts;
    private final ReaderTimes times;
    private final MessagePage<ConversationView> messages;
    private final NotePage notes;

    OpenConversation(UUID me, InboxTexts texts, ReaderTimes times, MessagePage<ConversationView> messages, NotePage notes) {
        this.conversation = messages.chat();
        this.me = me;
        this.texts = texts;
        this.times = times;
        this.messages = messages;
        this.notes = notes;
    }

    MessagePage<ConversationView> messages() {
        return messages;
    }

    NotePage notes() {
        return notes;
    }

    /** @return which one it is */
    public UUID getId() {
        return conversation.id();
    }

    /** @return what the visitor is called */
    public String getName() {
        return Names.of(conversation.visitor(), texts);
    }

    private boolean isEnded() {
        return conversation.state() == ConversationState.ENDED;
    }

    /** @return whether the caller may write messages into it */
    public boolean isWritable() {
        return conversation.state() == ConversationState.ACTIVE && conversation.agent() != null && conversation.agent().id().equals(me);
    }

    /** @return whether it is a chat of somebody else, which only leads and sales admins see */
    public boolean isWatching() {
        return conversation.state() == ConversationState.ACTIVE && !isWritable();
    }

    /** @return whose chat it is that the caller watches; empty for others */
    public String getWatchWords() {
        return isWatching() ? texts.text("watch.words", conversation.agent().name()) : "";
    }

    /** @return why it can only be read */
    public String getReadOnlyReason() {
        return isEnded() ? texts.text("chat.readOnly")
            : texts.text("chat.other", conversation.agent() == null ? "" : conversation.agent().name());
    }

    /** @return on which page the visitor is; of a past chat, on which day it was */
    public String getWhere() {
        if (isEnded()) {
            return times.dayName(conversation.endedAt());
        }
        String page = conversation.visitor().page();
        return page == null ? "" : texts.text("chat.on", PagePath.of(page));
    }

    /** @return the log from top to bottom */
    public List<LogRow> getLog() {
        return new LogRows(conversation, me, texts, times).of(messages.items(), notes.items());
    }
}
