package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A private note, for agents only.
 *
 * @param number counts the notes of the conversation from 1, without a gap
 * @param clientId what its author named it
 * @param afterSeq the last message that was there when it was written; 0 where there was none
 * @param text exactly as written; never markup
 */
public record NoteView(
    UUID id,
    UUID conversationId,
    int number,
    UUID clientId,
    UUID authorId,
    String authorName,
    int afterSeq,
    String text,
    Instant at) {}
