package org.agentinbox.web.inbox;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.activity.ActivityView;
import org.agentinbox.conversation.ConversationState;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.MessagePage;
import org.agentinbox.conversation.NotePage;
import org.agentinbox.conversation.Page;
import org.agentinbox.summary.SummaryView;
import org.agentinbox.visitor.VisitorView;

/** The conversation that a page shows: its messages, its visitor, what they did, and what it comes to. */
public final class OpenConversation {

    private final ConversationView conversation;
    private final UUID me;
    private final InboxTexts texts;
    private final ReaderTimes times;
    private final MessagePage<ConversationView> messages;
    private final NotePage notes;
    private final Page<ActivityView> activities;
    private final SummaryView summary;

    OpenConversation(UUID me, InboxTexts texts, ReaderTimes times, MessagePage<ConversationView> messages, NotePage notes,
        Page<ActivityView> activities, SummaryView summary) {
        this.conversation = messages.chat();
        this.me = me;
        this.texts = texts;
        this.times = times;
        this.messages = messages;
        this.notes = notes;
        this.activities = activities;
        this.summary = summary;
    }

    MessagePage<ConversationView> messages() {
        return messages;
    }

    NotePage notes() {
        return notes;
    }

    Page<ActivityView> activities() {
        return activities;
    }

    SummaryView summary() {
        return summary;
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

    /** @return name, job title, email address, phone, CRM status and company */
    public Map<String, VisitorFact> getFacts() {
        VisitorView visitor = conversation.visitor();
        Map<String, String> own = new LinkedHashMap<>();
        own.put("name", visitor.name());
        own.put("jobTitle", visitor.jobTitle());
        own.put("email", visitor.email());
        own.put("phone", visitor.phone());
        own.put("company", visitor.company());
        Map<String, VisitorFact> facts = new LinkedHashMap<>();
        visitor.shown().forEach((name, shown) -> facts.put(name, VisitorFact.of(name, shown, own.get(name), texts)));
        return facts;
    }

    /** @return the page that the visitor is on, or null */
    public String getPage() {
        return conversation.visitor().page();
    }

    /** @return the same without scheme and host */
    public String getPagePath() {
        return PagePath.of(getPage());
    }

    /** @return whether the page can be opened */
    public boolean isWebPage() {
        return PagePath.isWeb(getPage());
    }

    /** @return the visitor's language, in that of the reader; or null */
    public String getLanguage() {
        String tag = conversation.visitor().locale();
        return tag == null ? null : Locale.forLanguageTag(tag).getDisplayName(texts.locale()) + " (" + tag + ")";
    }

    /** @return what the clock on the visitor's wall shows, or null where their zone is unknown */
    public String getLocalTime() {
        String zone = conversation.visitor().timeZone();
        try {
            return zone == null ? null : texts.text("visitor.differs", times.clockIn(ZoneId.of(zone)), zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @return further facts of the record, by name */
    public Map<String, String> getAttributes() {
        return conversation.visitor().record() == null ? Map.of() : conversation.visitor().record().attributes();
    }

    /** @return what the visitor did, newest first */
    public List<ActivityRow> getActivity() {
        return activities.items().stream().map(activity -> ActivityRow.of(activity, texts, times)).toList();
    }

    /** @return whether there is more of it */
    public boolean isMoreActivity() {
        return activities.next() != null;
    }

    /** @return the summary's statements by kind */
    public List<SummaryGroup> getSummaryGroups() {
        return SummaryGroup.of(summary, texts);
    }

    /** @return the names of the topics that came up */
    public List<String> getTopics() {
        return summary.topics().stream().map(topic -> topic.name()).toList();
    }

    /** @return which model wrote the summary, in words; empty for the built-in method */
    public String getSummaryBy() {
        return summary.model() == null ? "" : texts.text("summary.by", summary.model());
    }
}
