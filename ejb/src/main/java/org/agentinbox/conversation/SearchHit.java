package org.agentinbox.conversation;

/**
 * A conversation that was found.
 *
 * @param conversation as in a list
 * @param excerpt of the newest message that has a word of the search, or null where the name or email has them
 */
public record SearchHit(ConversationView conversation, String excerpt) {}
