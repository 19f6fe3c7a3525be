package org.agentinbox.conversation;

/**
 * A conversation that was found.
 *
 * @param conversation as in a list
 * @param excerpt from its newest message that contains a word of the search; null where only the name or the email does
 */
public record SearchHit(ConversationView conversation, String excerpt) {}
