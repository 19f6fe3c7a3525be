package org.agentinbox.conversation;

/** An agent has accepted a chat: the first agent, or one to whom it was transferred. */
public record ChatConnected(ConversationView conversation) {}
