package org.agentinbox.notification.missed;

import java.time.Clock;
import java.util.UUID;

import org.agentinbox.conversation.ConversationVisitors;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.Settings;
import org.agentinbox.routing.FallbackService;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/**
 * The messages that visitors leave whose chat nobody took. Open to all callers: only somebody with the visitor's token learns the visitor's
 * id, and only that visitor's conversations are touched.
 */
@Stateless
@PermitAll
public class LeftMessages {

    @Inject
    private Clock clock;
    @Inject
    private Settings settings;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private MissedRequestRepository repository;
    @Inject
    private LeftMessageMail mail;
    @Inject
    private MissedChatPublisher publisher;
    @EJB
    private FallbackService fallbacks;

    /**
     * Keeps a message, one for each missed chat, and mails it to the agents and admins concerned. On return it is on disk.
     *
     * @param visitorId who leaves it
     * @param conversationId a chat of theirs that nobody took, by an entry that takes messages
     * @param clientId names the act: the same one again changes nothing
     * @param email where to reach them: their word, and no more
     * @param text at most {@code agentinbox.message.max-length} characters
     * @throws RefusedException {@link Refusal#NOT_FOUND}; {@link Refusal#NOT_ALLOWED} where the entry takes none, an agent took the chat,
     *     or another message was left; {@link Refusal#INVALID_FIELD} of {@code email}; {@link Refusal#EMPTY_TEXT},
     *     {@link Refusal#TEXT_TOO_LONG}, {@link Refusal#INVALID_CHARACTERS}
     */
    public void leave(UUID visitorId, UUID conversationId, UUID clientId, String email, String text) {
        if (!visitors.id(conversationId).equals(visitorId)) {
            throw new RefusedException(Refusal.NOT_FOUND, "There is no such conversation.");
        }
        if (!repository.fellBack(conversationId) || !fallbacks.of(conversationId).takesMessages()) {
            throw new RefusedException(Refusal.NOT_ALLOWED, "No message can be left here.");
        }
        MissedRequest request = repository.lock(conversationId);
        if (request.leave(clientId, email, text, settings.messageMaxLength(), clock.instant())) {
            mail.queue(conversationId, request.email(), request.text());
            publisher.messageLeft(conversationId);
        }
    }
}
