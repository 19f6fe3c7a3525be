package org.agentinbox.routing;

import java.util.List;
import java.util.UUID;

import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.site.ApiKeys;
import org.agentinbox.site.KeyScope;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Why requests went where they went, for programs. Open to all callers, because each call needs a key with {@link KeyScope#ROUTING}. */
@Stateless
@PermitAll
public class RoutingPrograms {

    @Inject
    private ApiKeys keys;
    @Inject
    private RequestStories stories;
    @Inject
    private RequestList list;
    @Inject
    private RoutingPreview preview;

    /**
     * Checks a key before a body is read.
     *
     * @throws RefusedException {@link Refusal#WRONG_KEY}, {@link Refusal#NOT_ALLOWED}
     */
    public void check(String apiKey) {
        keys.check(apiKey, KeyScope.ROUTING);
    }

    /** @throws RefusedException as {@link #check}; {@link Refusal#NOT_FOUND} */
    public List<ToldStep> story(String apiKey, UUID conversationId) {
        check(apiKey);
        return list.existing(conversationId, stories::of);
    }

    /** @throws RefusedException as {@link #check}; {@link Refusal#INVALID_FIELD} */
    public List<ToldStep> preview(String apiKey, PreviewWish wish) {
        check(apiKey);
        return preview.of(wish);
    }
}
