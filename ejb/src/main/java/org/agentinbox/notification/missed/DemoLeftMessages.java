package org.agentinbox.notification.missed;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Keeps messages of the demo data, which nobody is told of by email. Works in its caller's transaction. */
@ApplicationScoped
public class DemoLeftMessages {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Settings settings;

    /**
     * A visitor leaves a message, which nobody has seen to yet.
     *
     * @param conversationId a missed chat
     */
    public void add(UUID conversationId, String email, String text, Instant at) {
        MissedRequest request = new MissedRequest(conversationId);
        request.leave(Ids.next(at), email, text, settings.messageMaxLength(), at);
        em.persist(request);
    }
}
