package org.agentinbox.web.inbox;

import java.util.List;
import java.util.UUID;

import org.agentinbox.platform.RefusedException;
import org.agentinbox.routing.RequestService;
import org.agentinbox.web.account.CurrentUser;
import org.agentinbox.web.routing.StoryLine;
import org.agentinbox.web.routing.StoryText;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Why the open conversation came to its agent, for those who may read requests. It is loaded only where it is unfolded. */
@Named("story")
@RequestScoped
public class ConversationStory {

    static final String PART = "story";

    @EJB
    private RequestService requests;
    @Inject
    private ConversationDetails details;
    @Inject
    private AskedParts parts;
    @Inject
    private PageReader reader;
    @Inject
    private CurrentUser user;

    /** @return whether the reader may read it; the service checks that too */
    public boolean isAllowed() {
        return user.isSalesAdmin() || user.isMarketingAdmin();
    }

    /** @return the conversation whose story is rendered; null where it was not asked for */
    public UUID getId() {
        boolean wanted = parts.isAskedFor(PART) || parts.has(PART) && reader.isUnfolded(PART);
        return isAllowed() && wanted ? details.getId() : null;
    }

    /** @return what happened, in words; empty where nothing was kept of it */
    public List<StoryLine> getLines() {
        try {
            return new StoryText(reader.texts().locale(), reader.times().zone()).lines(requests.story(getId()));
        } catch (RefusedException e) {
            // It was purged while its page was being rendered.
            return List.of();
        }
    }
}
