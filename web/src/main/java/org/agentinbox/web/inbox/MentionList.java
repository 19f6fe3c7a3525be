package org.agentinbox.web.inbox;

import java.time.Instant;
import java.util.List;

import org.agentinbox.conversation.MentionView;
import org.agentinbox.conversation.NoteMentions;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The private notes that mention the caller, newest first. */
@Named("mentionList")
@RequestScoped
public class MentionList {

    @EJB
    private NoteMentions noteMentions;
    @Inject
    private PageReader reader;
    @Inject
    private HttpServletRequest request;
    private List<MentionView> mentions;

    @PostConstruct
    void load() {
        mentions = noteMentions.mine();
    }

    /** @return the rows; those since the parameter {@code mentionsSince} stay new while the list is open */
    public List<MentionRow> getRows() {
        Instant since = reader.instant("mentionsSince");
        return mentions.stream().map(mention -> MentionRow.of(mention, request.getContextPath(), since, reader.texts(), reader.times()))
            .toList();
    }

    /** @return when the newest was written; null where there is none */
    public Instant getNewest() {
        return mentions.isEmpty() ? null : mentions.get(0).at();
    }

    /** @return when the oldest was written that the caller has not looked at; null where there is none */
    public Instant getOldestUnseen() {
        return mentions.stream().filter(mention -> !mention.seen()).map(MentionView::at).reduce((newer, older) -> older).orElse(null);
    }
}
