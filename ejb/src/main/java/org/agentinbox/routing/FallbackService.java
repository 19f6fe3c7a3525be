package org.agentinbox.routing;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** What visitors get whose chat nobody took. Open to all, since it says nothing of the visitor. */
@Stateless
@PermitAll
public class FallbackService {

    @Inject
    private Fallbacks fallbacks;

    /**
     * @param conversationId one that was missed
     * @return what its visitor gets
     */
    public Fallback of(UUID conversationId) {
        return fallbacks.of(conversationId);
    }
}
