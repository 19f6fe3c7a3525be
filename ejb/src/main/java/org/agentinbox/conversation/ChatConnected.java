package org.agentinbox.conversation;

/** An agent has accepted a chat. */
public record ChatConnected(ConversationView conversation) {
}
