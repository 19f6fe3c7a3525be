package org.agentinbox.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.agentinbox.account.Directory;
import org.agentinbox.conversation.append.AuthorKind;
import org.agentinbox.platform.Refusal;
import org.agentinbox.platform.RefusedException;
import org.hibernate.query.TypedParameterValue;
import org.hibernate.type.BasicTypeReference;
import org.hibernate.type.StandardBasicTypes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Messages that nobody typed: system messages, and cards that other features put into conversations and that only they understand. Works in
 * its caller's transaction: the message is stored if and only if that commits. It gets the next number under the conversation's lock, as
 * any other message does.
 */
@ApplicationScoped
public class ConversationCards {

    @PersistenceContext
    private EntityManager em;
    @Inject
    private Clock clock;
    @Inject
    private Directory directory;
    @Inject
    private Conversations conversations;
    @Inject
    private Event<MessageStored> stored;

    /**
     * An agent puts a card into their chat.
     *
     * @param conversationId which chat
     * @param agentId who does it
     * @param seesAll whether they see everybody's conversations
     * @param clientId names the message: the same one again gets the first one's receipt
     * @param text what the card says in words
     * @param card the card, JSON
     * @return the receipt
     * @throws RefusedException as for a message that the agent writes: {@link Refusal#NOT_FOUND}, {@link Refusal#CHAT_ENDED},
     *     {@link Refusal#NOT_ALLOWED}
     */
    public Receipt share(UUID conversationId, UUID agentId, boolean seesAll, UUID clientId, String text, String card) {
        Conversation conversation = conversations.lock(conversationId);
        List<Message> known = em
            .createQuery("SELECT m FROM Message m WHERE m.conversationId = :id AND m.clientId = :clientId", Message.class)
            .setParameter("id", conversationId).setParameter("clientId", clientId).getResultList();
        if (!known.isEmpty()) {
            return receipt(known.get(0).view(null), agentId);
        }
        conversation.checkMayWrite(AuthorKind.AGENT, agentId, seesAll);
        return receipt(append(conversation, new MessageView(conversationId, 0, clientId, MessageKind.BOOKING, AuthorKind.AGENT, agentId,
            directory.person(agentId).name(), text, clock.instant(), card)), agentId);
    }

    /**
     * The product puts a card into an open conversation, in the name of a person who has no part in it.
     *
     * @param conversationId which; nothing happens where it is over or gone
     * @param personId whose card it is
     * @param text what the card says in words
     * @param card the card, JSON
     */
    public void offer(UUID conversationId, UUID personId, String text, String card) {
        conversations.lockIfAny(conversationId).filter(c -> c.mayWrite(AuthorKind.SYSTEM, null))
            .ifPresent(open -> append(open, new MessageView(conversationId, 0, null, MessageKind.BOOKING, AuthorKind.SYSTEM, personId,
                directory.person(personId).name(), text, clock.instant(), card)));
    }

    private static Receipt receipt(MessageView message, UUID agentId) {
        if (!agentId.equals(message.authorId())) {
            throw RefusedException.ofField("clientId", "this id names a message of somebody else");
        }
        return new Receipt(message.clientId(), message.conversationId(), message.seq(), message.at());
    }

    /**
     * Adds a system message for both sides. Nothing happens where the conversation is over or gone.
     *
     * @param conversationId where
     * @param text in words
     * @param card the same as JSON, for clients that have their own texts
     */
    public void tell(UUID conversationId, String text, String card) {
        conversations.lockIfAny(conversationId).filter(c -> c.mayWrite(AuthorKind.SYSTEM, null)).ifPresent(open -> tell(open, text, card));
    }

    /** The same in a conversation that the caller has locked. The card may be null: clients then show the text. */
    void tell(Conversation locked, String text, String card) {
        append(locked,
            new MessageView(locked.id(), 0, null, MessageKind.SYSTEM, AuthorKind.SYSTEM, null, null, text, clock.instant(), card));
    }

    private MessageView append(Conversation locked, MessageView m) {
        Instant at = m.at();
        int seq = ((Number) em.createNativeQuery("""
            INSERT INTO message (conversation_id, seq, client_id, kind, author_kind, author_id, text, at, card)
            SELECT :id, 1 + COALESCE(MAX(p.seq), 0), :client, :kind, :authorKind, :author, :text, :at, :card FROM message p
            WHERE p.conversation_id = :id RETURNING seq
            """).setParameter("id", m.conversationId()).setParameter("client", typed(StandardBasicTypes.UUID, m.clientId()))
            .setParameter("kind", m.kind().name())
            .setParameter("authorKind", m.author().name()).setParameter("author", typed(StandardBasicTypes.UUID, m.authorId()))
            .setParameter("text", m.text()).setParameter("at", at).setParameter("card", typed(StandardBasicTypes.STRING, m.card()))
            .getSingleResult()).intValue();
        MessageView view = new MessageView(m.conversationId(), seq, m.clientId(), m.kind(), m.author(), m.authorId(), m.authorName(),
            m.text(), at, m.card());
        stored.fire(new MessageStored(view, locked.visitorId(), locked.agentId()));
        return view;
    }

    /** Gives a value that may be null a type, because the driver cannot derive one from null. */
    private static <T> TypedParameterValue<T> typed(BasicTypeReference<T> type, T value) {
        return new TypedParameterValue<>(type, value);
    }
}
