package org.agentinbox.conversation;

import static org.agentinbox.account.Role.LIVE_AGENT_NAME;
import static org.agentinbox.account.Role.SALES_ADMIN_NAME;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.agentinbox.account.Caller;
import org.agentinbox.account.Directory;
import org.agentinbox.account.Person;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.conversation.append.Draft;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.agentinbox.platform.audit.Audit;
import org.agentinbox.platform.audit.AuditAct;
import org.agentinbox.platform.audit.AuditRecord;
import org.agentinbox.platform.audit.AuditSubject;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** What agents do in conversations. The caller is the agent; another agent's active conversation is treated as if it did not exist. */
@Stateless
@RolesAllowed({LIVE_AGENT_NAME, SALES_ADMIN_NAME})
public class AgentChats {

    @Resource
    private SessionContext context;
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
    private Audit audit;
    @Inject
    private Directory directory;
    @Inject
    private SystemMessages systemMessages;
    @Inject
    private Event<TypingChanged> typingChanged;
    @Inject
    private Event<SupervisorActed> acted;

    /** @return the caller's active conversations, newest activity first */
    public List<ConversationView> active() {
        return reader.views(conversations.active(me()));
    }

    /** @return those of the caller's active conversations that are about to end because nobody writes */
    public List<ChatIdle> idle() {
        Instant now = clock.instant();
        return conversations.active(me()).stream().flatMap(conversation -> notices.of(conversation, now).stream()).toList();
    }

    /**
     * @param conversationId one that the caller may see
     * @return it, as it is now
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public ConversationView view(UUID conversationId) {
        return reader.view(visible(conversationId));
    }

    /**
     * @param conversationIds of any conversations, also of some that are gone
     * @return those of them that the caller may see
     */
    public Set<UUID> visible(Set<UUID> conversationIds) {
        UUID me = me();
        boolean seesAll = seesAll();
        return conversations.all(conversationIds).stream().filter(c -> conversations.isVisible(c, me, seesAll)).map(Conversation::id)
            .collect(Collectors.toSet());
    }

    /**
     * Stores a message. On return it is on disk.
     *
     * @param conversationId one of the caller's active conversations
     * @param clientId names the message: the same one again gets the first one's receipt, whatever its text
     * @param text at most {@code agentinbox.message.max-length} characters
     * @return the receipt
     * @throws RefusedException {@link Refusal#EMPTY_TEXT}, {@link Refusal#TEXT_TOO_LONG}, {@link Refusal#INVALID_CHARACTERS},
     *     {@link Refusal#NOT_FOUND}, {@link Refusal#CHAT_ENDED}, {@link Refusal#NOT_ALLOWED}
     * @throws org.agentinbox.platform.UnavailableException where the database does not answer: send it again
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Receipt send(UUID conversationId, UUID clientId, String text) {
        return sender.send(new Draft(conversationId, clientId, AuthorKind.AGENT, me(), sender.checked(text), clock.instant()), seesAll());
    }

    /**
     * What the caller lacks of a conversation.
     *
     * @param conversationId one that the caller may see
     * @param afterSeq the last number they have; 0 for none
     * @return the conversation and the next messages in order
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public MessagePage<ConversationView> sync(UUID conversationId, int afterSeq) {
        Conversation conversation = visible(conversationId);
        if (conversation.isActiveOfAnother(me())) {
            audit.recordOnceAnHour(
                AuditRecord.of(AuditAct.READ_ANOTHERS_ACTIVE_CHAT).about(AuditSubject.CONVERSATION, conversationId, null));
        }
        return new MessagePage<>(reader.view(conversation), reader.messages(conversationId, afterSeq));
    }

    /**
     * Moves the caller's read mark forward to a message. A mark never moves back, and somebody else's conversation is left as it is.
     *
     * @param conversationId one of the caller's
     * @param seq the last message read
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void read(UUID conversationId, int seq) {
        marks.agentRead(me(), conversationId, seq);
    }

    /**
     * The caller began or stopped typing. It has no effect outside their active chats.
     *
     * @param conversationId one of the caller's
     * @param on whether they type
     */
    public void typing(UUID conversationId, boolean on) {
        Conversation conversation = visible(conversationId);
        if (conversation.showsTypingOf(AuthorKind.AGENT, me())) {
            typingChanged.fire(new TypingChanged(conversationId, conversation.visitorId(), conversation.agentId(), AuthorKind.AGENT, on));
        }
    }

    /**
     * Ends a session; where it is over already, nothing changes.
     *
     * @param conversationId one of the caller's; a sales admin may end anybody's, a lead their teams'. Both sides are told who did
     * @return how and when it ended
     * @throws RefusedException {@link Refusal#NOT_FOUND}
     */
    public ChatEnded end(UUID conversationId) {
        Conversation conversation = conversations.lock(conversationId);
        // Only now, because somebody else may have got the chat while this waited for the lock.
        conversations.checkVisible(conversation, me(), seesAll());
        if (conversation.isOpen() && !conversation.isActiveOf(me())) {
            Person by = directory.person(me());
            systemMessages.endedBy(conversation, by.name());
            acted.fire(new SupervisorActed(SupervisorActed.Act.ENDED, conversationId, conversation.visitorId(), by, conversation.agentId(),
                null, null));
        }
        return conversations.end(conversation, EndReason.AGENT, me());
    }

    private Conversation visible(UUID conversationId) {
        return conversations.visible(conversationId, me(), seesAll());
    }

    private boolean seesAll() {
        return context.isCallerInRole(SALES_ADMIN_NAME);
    }

    private UUID me() {
        return Caller.account(context);
    }
}
