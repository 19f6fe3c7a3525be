package org.agentinbox.web.inbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.agentinbox.activity.ActivityHistory;
import org.agentinbox.activity.ActivityView;
import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.ConversationView;
import org.agentinbox.conversation.Page;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.RequestAnswers;
import org.agentinbox.summary.ConversationSummaries;
import org.agentinbox.summary.SummaryView;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What stands beside the open conversation: who the visitor is, what they did, and what the chat comes to. Each is loaded on demand. */
@Named("details")
@RequestScoped
public class ConversationDetails {

    @EJB
    private AgentChats chats;
    @EJB
    private ActivityHistory history;
    @EJB
    private ConversationSummaries summaries;
    @EJB
    private RequestAnswers answers;
    @Inject
    private PageReader reader;
    private ConversationView conversation;
    private Page<ActivityView> activities;
    private SummaryView summary;

    @PostConstruct
    void load() {
        conversation = reader.asked(chats::view).orElse(null);
    }

    /** @return the conversation that is open; null where there is none that the caller may see */
    public UUID getId() {
        return conversation == null ? null : conversation.id();
    }

    /** @return who the visitor is */
    public VisitorFacts getVisitor() {
        return new VisitorFacts(conversation.visitor(), reader.texts(), reader.times());
    }

    /** @return what the visitor answered to the questions of the entry, by question */
    public Map<String, String> getAnswers() {
        Map<String, String> shown = new LinkedHashMap<>();
        answers.of(conversation.id()).forEach(one -> shown.put(one.question().in(reader.texts().locale().getLanguage()), one.answer()));
        return shown;
    }

    /** @return what the visitor did, newest first: the newest, or what follows the parameter {@code before} */
    public List<ActivityRow> getActivity() {
        return activities().items().stream().map(activity -> ActivityRow.of(activity, reader.texts(), reader.times())).toList();
    }

    /** @return where the next part of it begins; null at the end */
    public String getMoreActivity() {
        return activities().next();
    }

    private Page<ActivityView> activities() {
        if (activities == null) {
            activities = following(reader.parameter("before"));
        }
        return activities;
    }

    private Page<ActivityView> following(String cursor) {
        try {
            return history.of(conversation.id(), cursor);
        } catch (RefusedException e) {
            // No cursor of ours: nothing follows it.
            return new Page<>(List.of(), null);
        }
    }

    /** @return the summary's statements by kind */
    public List<SummaryGroup> getSummaryGroups() {
        return SummaryGroup.of(summary(), reader.texts());
    }

    /** @return the names of the topics that came up */
    public List<String> getTopics() {
        return summary().topics().stream().map(topic -> topic.name()).toList();
    }

    /**
     * @param topic name of one
     * @return what its button does
     */
    public String searchTitle(String topic) {
        return reader.texts().text("summary.search", topic);
    }

    /** @return which model wrote the summary, in words; empty for the built-in method */
    public String getSummaryBy() {
        return summary().model() == null ? "" : reader.texts().text("summary.by", summary().model());
    }

    private SummaryView summary() {
        if (summary == null) {
            summary = summaries.of(conversation.id());
        }
        return summary;
    }
}
