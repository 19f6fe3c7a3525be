package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

import org.hibernate.annotations.Immutable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A note that an agent wrote for other agents. Add one only with its conversation locked. */
@Entity
@Immutable
class Note {

    @Id
    private UUID id;
    private UUID conversationId;
    private int number;
    private UUID clientId;
    private UUID authorId;
    private int afterSeq;
    private String text;
    private Instant at;

    protected Note() {}

    Note(UUID id, Conversation conversation, int number, UUID clientId, UUID authorId, String text, Instant now) {
        this.id = id;
        this.conversationId = conversation.id();
        this.number = number;
        this.clientId = clientId;
        this.authorId = authorId;
        this.afterSeq = conversation.lastSeq();
        this.text = text;
        this.at = now;
    }

    UUID authorId() {
        return authorId;
    }

    String text() {
        return text;
    }

    NoteView view(String authorName) {
        return new NoteView(id, conversationId, number, clientId, authorId, authorName, afterSeq, text, at);
    }
}
