package org.agentinbox.conversation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.conversation.append.Draft;
import org.agentinbox.platform.Ids;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * What visitors do in their chats. Open to all callers: only somebody with the visitor's token learns the visitor's id, and every method
 * touches only that visitor's conversations.
 */
@Stateless
@PermitAll
public class VisitorChats {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private MessageSender sender;
    @Inject
    private ReadMarks marks;
    @Inject
    private ConversationReader reader;
    @Inject
    private Conversations conversations;
    @Inject
    private IdleNotices notices;
    @Inject
    private Event<ChatRequested> requested;
    @Inject
    private Event<TypingChanged> typingChanged;

    /**
     * Asks for a live chat. While a chat is open, a further request returns it; so does a request with the same client id at any later
     * time.
     *
     * @param visitorId who asks
     * @param clientId names the act
     * @param wish what the page sends with it
     * @return the chat; {@link ConversationState#MISSED} where nobody can take it
     * @throws RefusedException {@link Refusal#FORM_INCOMPLETE} where it lacks what the entry requires
     */
    public VisitorChatView request(UUID visitorId, UUID clientId, ChatWish wish) {
        // Two tabs may ask at the same time: the lock on the visitor's row makes the second one wait, so that it finds the first one's
        // chat.
        em.createNativeQuery("SELECT 1 FROM visitor WHERE id = :id FOR UPDATE").setParameter("id", visitorId).getResultList();
        return reader.visitorChat(conversations.requested(visitorId, clientId).orElseGet(() -> begin(visitorId, clientId, wish)));
    }

    private Conversation begin(UUID visitorId, UUID clientId, ChatWish wish) {
        Conversation conversation = new Conversation(Ids.next(clock.instant()), visitorId, clientId, clock.instant());
        conversations.add(conversation);
        requested.fire(new ChatRequested(conversation.id(), visitorId, wish));
        return conversation;
    }

    /**
     * @param visitorId of whom
     * @return the visitor's open chat, if there is one
     */
    public Optional<VisitorChatView> open(UUID visitorId) {
        return conversations.latestOf(visitorId).filter(Conversation::isOpen).map(reader::visitorChat);
    }

    /**
     * @param visitorId of whom
     * @return the warning that the visitor's chat is about to end because nobody writes; empty where it is not
     */
    public Optional<ChatIdle> idle(UUID visitorId) {
        return conversations.latestOf(visitorId).flatMap(conversation -> notices.of(conversation, clock.instant()));
    }

    /**
     * Stores a message. Messages of one conversation are stored, and others are told of them, in the order in which they are sent.
     *
     * @param visitorId who writes
     * @param conversationId where, or null for the visitor's latest chat
     * @param clientId names the message: the same one again gets the first one's receipt, whatever its text
     * @param text at most {@code agentinbox.message.max-length} characters
     * @param teller runs the code that tells others of the message
     * @return the receipt, once the message is on disk. It fails with a {@link RefusedException} as below, and with an
     * {@link org.agentinbox.platform.UnavailableException} where the database does not answer: the client then sends the message again
     * @throws RefusedException {@link Refusal#EMPTY_TEXT}, {@link Refusal#TEXT_TOO_LONG}, {@link Refusal#INVALID_CHARACTERS},
     * {@link Refusal#NO_CONVERSATION}, {@link Refusal#CHAT_ENDED}
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public CompletableFuture<Receipt> send(UUID visitorId, UUID conversationId, UUID clientId, String text, Executor teller) {
        String checked = sender.checked(text);
        UUID id = conversationId == null ? latest(visitorId).id() : conversationId;
        return sender.sendSoon(new Draft(id, clientId, AuthorKind.VISITOR, visitorId, checked, clock.instant()), teller);
    }

    private Conversation latest(UUID visitorId) {
        return conversations.latestOf(visitorId)
            .orElseThrow(() -> new RefusedException(Refusal.NO_CONVERSATION, "Ask for a chat first (chat.request)."));
    }

    private Conversation theirs(UUID visitorId, UUID conversationIdOrNull) {
        return conversationIdOrNull == null ? latest(visitorId) : conversations.ofVisitor(visitorId, conversationIdOrNull);
    }

    /**
     * What a visitor lacks of one of their conversations, open or over.
     *
     * @param visitorId who asks
     * @param conversationId one of theirs
     * @param afterSeq the last number they have; 0 for none
     * @return the conversation and the next messages in order
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public MessagePage<VisitorChatView> sync(UUID visitorId, UUID conversationId, int afterSeq) {
        Conversation conversation = conversations.ofVisitor(visitorId, conversationId);
        return new MessagePage<>(reader.visitorChat(conversation), reader.messages(conversationId, afterSeq));
    }

    /**
     * Moves the visitor's read mark in their latest chat forward to a message. A mark never moves back, and never past the last message.
     *
     * @param visitorId who has read; nothing happens where they have no chat
     * @param seq the last message read
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void read(UUID visitorId, int seq) {
        marks.visitorRead(visitorId, seq);
    }

    /**
     * The visitor began or stopped typing in their latest chat. It has no effect outside an active chat.
     *
     * @param visitorId who types
     * @param on whether they type
     */
    public void typing(UUID visitorId, boolean on) {
        conversations.latestOf(visitorId).filter(latest -> latest.showsTypingOf(AuthorKind.VISITOR, visitorId))
            .ifPresent(latest -> typingChanged.fire(new TypingChanged(latest.id(), visitorId, latest.agentId(), AuthorKind.VISITOR, on)));
    }

    /**
     * The visitor ends a chat; where it is over already, nothing changes.
     *
     * @param visitorId who ends it
     * @param conversationIdOrNull one of theirs; their latest where it is null
     * @return how and when it ended
     * @throws RefusedException {@link Refusal#NOT_FOUND}, {@link Refusal#NO_CONVERSATION}
     */
    public ChatEnded end(UUID visitorId, UUID conversationIdOrNull) {
        UUID id = theirs(visitorId, conversationIdOrNull).id();
        return conversations.end(conversations.lock(id), EndReason.VISITOR);
    }
}
