package org.agentinbox.web.report;

import java.time.ZoneId;
import java.util.UUID;

import org.agentinbox.report.TopicChat;

/** A chat in which the chosen topic occurred. */
public class ChatRow {

    private final TopicChat chat;
    private final String when;

    ChatRow(TopicChat chat, ReportFormat format, ZoneId zone) {
        this.chat = chat;
        when = format.time(chat.requestedAt(), zone);
    }

    /** @return of the conversation */
    public UUID getId() {
        return chat.id();
    }

    /** @return when it was requested */
    public String getWhen() {
        return when;
    }

    /** @return the name that agents see, or null */
    public String getVisitor() {
        return chat.visitor();
    }

    /** @return who has or had it, or null */
    public String getAgent() {
        return chat.agent();
    }

    /** @return the final summary, or null where there is none yet */
    public String getSummary() {
        return chat.summary();
    }
}
