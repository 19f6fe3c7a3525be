package org.agentinbox.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A private note in which somebody was mentioned.
 *
 * @param number the note's, in its conversation
 * @param authorName who wrote it
 * @param visitorName whose chat it is; null where nothing is known
 * @param text the note
 * @param at when it was written
 * @param seen whether the person mentioned has looked at it
 */
public record MentionView(UUID conversationId, int number, String authorName, String visitorName, String text, Instant at, boolean seen) {}
