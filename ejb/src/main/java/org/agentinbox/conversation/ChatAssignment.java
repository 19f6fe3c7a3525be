package org.agentinbox.conversation;

import java.time.Clock;
import java.util.UUID;

import org.agentinbox.platform.Deadlines;
import org.agentinbox.visitor.VisitorView;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** What routing does with a conversation that waits. Works in its caller's transaction. */
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
    private ConversationEnding ending;
    @Inject
    private ConversationReader reader;
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
        ending.lock(conversationId);
    }

    /**
     * Gives a waiting conversation to an agent.
     *
     * @param conversationId locked
     * @param agentId who accepted
     * @return the conversation as the agent sees it
     */
    public ConversationView connect(UUID conversationId, UUID agentId) {
        Conversation conversation = em.find(Conversation.class, conversationId);
        conversation.connect(agentId, clock.instant());
        em.flush();
        deadlines.set(IdleEnd.KIND, conversationId, notices.toldAt(conversation));
        ConversationView view = reader.view(conversation);
        connected.fire(new ChatConnected(view));
        return view;
    }

    /**
     * Nobody takes it: the visitor gets the fallback message.
     *
     * @param conversationId locked, or made by this transaction
     */
    public void miss(UUID conversationId) {
        Conversation conversation = em.find(Conversation.class, conversationId);
        conversation.miss(clock.instant());
        missed.fire(new ChatMissed(conversationId, conversation.visitorId()));
    }

    /**
     * @param conversationId which
     * @return who asks
     */
    public VisitorView visitor(UUID conversationId) {
        return reader.view(em.find(Conversation.class, conversationId)).visitor();
    }

    /**
     * @param conversationId which
     * @return the first thing that the visitor wrote, or null
     */
    public String firstLine(UUID conversationId) {
        return reader.messages(conversationId, 0).stream().map(MessageView::text).findFirst().orElse(null);
    }
}
