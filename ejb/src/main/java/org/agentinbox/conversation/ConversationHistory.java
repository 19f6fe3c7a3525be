package org.agentinbox.conversation;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.util.ArrayList;
import java.util.List;

import org.agentinbox.account.Caller;
import org.agentinbox.platform.PageCursor;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * Lists of conversations (ear/src/docs/rules.md#conversations): active ones first, then past ones by their end, newest first. A page
 * continues after the last conversation of the page before, not at an offset. So every page costs the same, and none is shown twice while
 * new ones come.
 */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class ConversationHistory {

    private static final int MOST = 100;

    @Resource
    private SessionContext context;
    @Inject
    private Conversations conversations;
    @Inject
    private ConversationReader reader;

    /**
     * The caller's own active conversations and everybody's past ones; for sales admins all active ones, for leads those of their teams.
     *
     * @param before {@code next} of the page before, or null for the first page
     * @param limit how many past ones at most, 1 to 100; the first page holds all active ones as well
     * @return the page
     * @throws RefusedException {@link org.agentinbox.platform.Refusal#INVALID_FIELD} where the limit or the cursor is invalid
     */
    public Page<ConversationView> all(String before, int limit) {
        if (limit < 1 || limit > MOST) {
            throw RefusedException.ofField("limit", "1 to " + MOST);
        }
        PageCursor cursor = before == null ? null : PageCursor.parse(before);
        List<Conversation> found = new ArrayList<>(cursor == null ? active() : List.of());
        List<Conversation> past = conversations.past(cursor, limit + 1);
        boolean more = past.size() > limit;
        List<Conversation> shown = more ? past.subList(0, limit) : past;
        found.addAll(shown);
        return new Page<>(reader.views(found), more ? shown.get(limit - 1).pageCursor().toString() : null);
    }

    private List<Conversation> active() {
        return conversations.activeVisibleTo(Caller.account(context), context.isCallerInRole(SALES_ADMIN_NAME));
    }
}
