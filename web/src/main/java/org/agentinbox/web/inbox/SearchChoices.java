package org.agentinbox.web.inbox;

import java.util.List;

import org.agentinbox.conversation.ConversationSearch;
import org.agentinbox.conversation.wrapup.ChoiceKind;
import org.agentinbox.conversation.wrapup.ChoiceView;
import org.agentinbox.conversation.wrapup.WrapUpLists;
import org.agentinbox.account.Person;
import org.agentinbox.summary.ConversationSummaries;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the search of conversations can be narrowed to. */
@Named("searchChoices")
@RequestScoped
public class SearchChoices {

    @EJB
    private ConversationSearch search;
    @EJB
    private ConversationSummaries summaries;
    @EJB
    private WrapUpLists lists;
    @Inject
    private PageReader reader;

    /** @return everybody who takes or took chats, by name */
    public List<Person> getAgents() {
        return search.agents();
    }

    /** @return names of topics, in their order */
    public List<String> getTopics() {
        return summaries.topics();
    }

    /** @return outcomes, in their order; retired ones too, since past chats have them */
    public List<ChoiceView> getOutcomes() {
        return lists.all(ChoiceKind.OUTCOME);
    }

    /** @return tags, in their order; retired ones too */
    public List<ChoiceView> getTags() {
        return lists.all(ChoiceKind.TAG);
    }

    /**
     * @param choice an outcome or a tag
     * @return what it is called in the reader's language, and whether it is retired
     */
    public String nameOf(ChoiceView choice) {
        String name = choice.name(reader.texts().locale().getLanguage());
        return choice.offered() ? name : reader.texts().text("wrapUp.retired", name);
    }
}
