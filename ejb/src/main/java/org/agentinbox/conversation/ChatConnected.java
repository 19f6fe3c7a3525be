package org.agentinbox.conversation;

/** An agent has accepted a chat, be it the first one or one to whom it was handed on. */
public record ChatConnected(ConversationView conversation) {}
