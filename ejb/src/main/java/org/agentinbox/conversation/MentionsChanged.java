package org.agentinbox.conversation;

import java.util.UUID;

/**
 * Somebody was mentioned in a private note, or has looked at where they were.
 *
 * @param accountId who
 * @param unseen how many mentions they have not looked at yet
 * @param note where they were mentioned just now, or null
 */
public record MentionsChanged(UUID accountId, int unseen, NoteView note) {}
