package org.agentinbox.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

import org.agentinbox.account.Directory;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.platform.deadline.Deadlines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * What routing does with a conversation: connects one that waits, transfers an active one, or marks one as missed. Works in its caller's
 * transaction.
 */
@ApplicationScoped
public class ChatAssignment {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private IdleNotices notices;
    @Inject
    private Deadlines deadlines;
    @Inject
    private Conversations conversations;
    @Inject
    private ConversationReader reader;
    @Inject
    private Directory directory;
    @Inject
    private ConversationVisitors visitors;
    @Inject
    private SystemMessages systemMessages;
    @Inject
    private ConversationAgents agents;
    @Inject
    private Event<ChatConnected> connected;
    @Inject
    private Event<ChatMissed> missed;

    /**
     * Keeps everybody else from changing a conversation until the transaction ends. Take this lock before the offer's.
     *
     * @param conversationId which
     */
    public void lock(UUID conversationId) {
        conversations.lock(conversationId);
    }

    /**
     * Gives a waiting conversation to an agent.
     *
     * @param conversationId locked
     * @param agentId who accepted
     * @return the conversation as the agent sees it
     */
    public ConversationView connect(UUID conversationId, UUID agentId) {
        Conversation conversation = conversations.get(conversationId);
        Instant now = clock.instant();
        conversation.connect(agentId, now);
        em.flush();
        agents.begin(conversationId, agentId, now);
        deadlines.set(IdleEnd.KIND, conversationId, notices.toldAt(conversation));
        ConversationView view = reader.view(conversation);
        connected.fire(new ChatConnected(view, null));
        return view;
    }

    /**
     * Transfers an active conversation to another agent. Its visitor is told who has joined. The read marks stay, so what the first agent
     * has not read is unread for the new one.
     *
     * @param conversationId locked
     * @param from who has it
     * @param to who accepted
     * @return the conversation as the new agent sees it
     */
    public ConversationView transfer(UUID conversationId, UUID from, UUID to) {
        return move(conversationId, from, to, conversation -> systemMessages.joined(conversation, directory.person(to).name()));
    }

    /**
     * As {@link #transfer}, from an agent who lost the connection. The log says so, with both names.
     *
     * @param conversationId locked
     * @param from who has it
     * @param to who accepted
     * @return the conversation as the new agent sees it
     */
    public ConversationView takeOverFromLost(UUID conversationId, UUID from, UUID to) {
        return move(conversationId, from, to,
            conversation -> systemMessages.tookOver(conversation, directory.person(to).name(), directory.person(from).name()));
    }

    private ConversationView move(UUID conversationId, UUID from, UUID to, Consumer<Conversation> tell) {
        Conversation conversation = conversations.get(conversationId);
        conversation.transfer(from, to);
        em.flush();
        agents.begin(conversationId, to, clock.instant());
        tell.accept(conversation);
        em.refresh(conversation);
        ConversationView view = reader.view(conversation);
        connected.fire(new ChatConnected(view, from));
        return view;
    }

    /**
     * @param conversationId locked
     * @param agentId of whom
     * @return whether it is under way, and that agent's
     */
    public boolean isActiveOf(UUID conversationId, UUID agentId) {
        return conversations.get(conversationId).isActiveOf(agentId);
    }

    /**
     * @param conversationId which
     * @return whose it is
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND}
     */
    public ChatHolder holder(UUID conversationId) {
        Conversation conversation = conversations.get(conversationId);
        return new ChatHolder(conversationId, conversation.visitorId(), conversation.agentId(), conversation.isOpen());
    }

    /**
     * @param conversationId which
     * @return the conversation as agents see it
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND}
     */
    public ConversationView view(UUID conversationId) {
        return reader.view(conversations.get(conversationId));
    }

    /**
     * @param conversationId which
     * @param agentId who wants to act in it
     * @param seesAll whether they see everybody's conversations
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND},
     *     {@link org.agentinbox.platform.Refusal#CHAT_ENDED}, {@link org.agentinbox.platform.Refusal#NOT_ALLOWED} where it is not an
     *     active one of that agent
     */
    public void checkActiveOf(UUID conversationId, UUID agentId, boolean seesAll) {
        Conversation conversation = conversations.get(conversationId);
        conversation.checkMayWrite(AuthorKind.AGENT, agentId, conversations.isVisible(conversation, agentId, seesAll));
    }

    /**
     * @param conversationId which
     * @param agentId who wants to see something of it
     * @param seesAll whether they see everybody's conversations
     * @throws org.agentinbox.platform.RefusedException {@link org.agentinbox.platform.Refusal#NOT_FOUND}, also where they may not see it
     */
    public void checkVisible(UUID conversationId, UUID agentId, boolean seesAll) {
        conversations.visible(conversationId, agentId, seesAll);
    }

    /**
     * No agent takes the conversation: it is missed, and the visitor gets the fallback message.
     *
     * @param conversationId locked, or created by this transaction
     */
    public void miss(UUID conversationId) {
        Conversation conversation = conversations.get(conversationId);
        conversation.miss(clock.instant());
        missed.fire(new ChatMissed(conversationId, conversation.visitorId(), visitors.view(conversationId).locale()));
    }
}
