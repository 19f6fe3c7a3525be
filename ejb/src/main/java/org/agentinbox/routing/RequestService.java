package org.agentinbox.routing;

import static org.agentinbox.account.Role.MARKETING_ADMIN_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.agentinbox.conversation.Page;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Why requests went where they went, for administrators. */
@Stateless
@RolesAllowed({SALES_ADMIN_NAME, MARKETING_ADMIN_NAME})
public class RequestService {

    @Inject
    private Settings settings;
    @Inject
    private RequestStories stories;
    @Inject
    private RequestList list;
    @Inject
    private RoutingPreview preview;

    /** @return the zone of the days in lists, that of the reports */
    public ZoneId zone() {
        return settings.batch().zone();
    }

    /**
     * @param filter which requests
     * @param afterOrNull the next of the page before; null for the first page
     * @return the requests, newest first, at most {@value RequestList#PAGE}
     * @throws RefusedException {@link Refusal#INVALID_FIELD} where it is no next
     */
    public Page<RequestView> page(RequestFilter filter, String afterOrNull) {
        return list.page(filter, afterOrNull);
    }

    /**
     * @param conversationId of a request
     * @return what happened, in its order
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public List<ToldStep> story(UUID conversationId) {
        return list.existing(conversationId, stories::of);
    }

    /**
     * @return what would happen to the request of such a visitor now; nothing is changed by asking
     * @throws RefusedException {@link Refusal#INVALID_FIELD}
     */
    public List<ToldStep> preview(PreviewWish wish) {
        return preview.of(wish);
    }
}
