package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

import org.agentinbox.conversation.append.AuthorKind;

/**
 * A stored message.
 *
 * @param seq counts the messages of the conversation from 1, without a gap
 * @param clientId the id that the sender gave it; null where no client sent it
 * @param authorId the visitor's or the agent's id; null for the product
 * @param authorName null where it is not given
 * @param text exactly as written; never markup
 * @param card what is shown beside the text, as JSON of the feature that wrote it; null for none
 */
public record MessageView(
    UUID conversationId,
    int seq,
    UUID clientId,
    MessageKind kind,
    AuthorKind author,
    UUID authorId,
    String authorName,
    String text,
    Instant at,
    String card) {

    /** A message without a card. */
    public MessageView(UUID conversationId, int seq, UUID clientId, MessageKind kind, AuthorKind author, UUID authorId, String authorName,
        String text,
        Instant at) {
        this(conversationId, seq, clientId, kind, author, authorId, authorName, text, at, null);
    }
}
