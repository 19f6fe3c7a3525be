package org.agentinbox.activity;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.conversation.AgentChats;
import org.agentinbox.conversation.Page;
import org.agentinbox.platform.PageCursor;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.visitor.Visitors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What the visitor of a conversation did, for the agents who may see that conversation. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class ActivityHistory {

    /** Older activities are never shown, even where the purge has not removed them yet (ear/src/docs/rules.md#activity-history). */
    private static final Duration SHOWN = Duration.ofDays(90);
    private static final int SIZE = 20;

    @Inject
    private Clock clock;
    @EJB
    private AgentChats chats;
    @Inject
    private Visitors visitors;
    @Inject
    private ActivityRepository repository;

    /**
     * A page of the activities of the past 90 days, newest first, of the visitor and of all visitors joined with the same email address. A
     * page continues after the last activity of the page before, so that none is shown twice while new ones come.
     *
     * @param conversationId one that the caller may see
     * @param before {@code next} of the page before, or null for the first page
     * @return the page; where the caller may not see an activity's conversation, its id is left out
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND}, and {@link org.agentinbox.platform.Refusal#INVALID_FIELD}
     * for an invalid cursor
     */
    public Page<ActivityView> of(UUID conversationId, String before) {
        List<UUID> who = visitors.joined(chats.view(conversationId).visitor().id());
        PageCursor after = before == null ? null : PageCursor.parse(before);
        List<ActivityView> found = repository.latest(who, clock.instant().minus(SHOWN), after, SIZE + 1);
        boolean more = found.size() > SIZE;
        List<ActivityView> shown = more ? found.subList(0, SIZE) : found;
        return new Page<>(readable(shown), more ? new PageCursor(shown.get(SIZE - 1).at(), shown.get(SIZE - 1).id()).toString() : null);
    }

    private List<ActivityView> readable(List<ActivityView> activities) {
        Set<UUID> named = activities.stream().map(ActivityView::conversationId).filter(Objects::nonNull).collect(Collectors.toSet());
        Set<UUID> visible = chats.visible(named);
        return activities.stream()
            .map(a -> a.conversationId() == null || visible.contains(a.conversationId()) ? a : a.withoutConversation()).toList();
    }
}
