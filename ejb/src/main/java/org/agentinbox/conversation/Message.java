package org.agentinbox.conversation;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import org.agentinbox.conversation.append.AuthorKind;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.Immutable;

/** A stored message. The entity is only read: {@link org.agentinbox.conversation.append.MessageLog} appends messages. */
@Entity
@Immutable
@IdClass(Message.Key.class)
class Message {

    /** The place of a message in its conversation. */
    record Key(UUID conversationId, int seq) implements Serializable {}

    @Id
    private UUID conversationId;
    @Id
    private int seq;
    private UUID clientId;
    @Enumerated(EnumType.STRING)
    private MessageKind kind;
    @Enumerated(EnumType.STRING)
    private AuthorKind authorKind;
    private UUID authorId;
    private String text;
    private Instant at;
    private String card;

    protected Message() {}

    UUID conversationId() {
        return conversationId;
    }

    UUID authorId() {
        return authorId;
    }

    MessageView view(String authorName) {
        return new MessageView(conversationId, seq, clientId, kind, authorKind, authorId, authorName, text, at, card);
    }
}
