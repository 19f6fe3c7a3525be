package org.agentinbox.conversation;

import java.util.UUID;

/**
 * An agent has a chat: the first one, or one to whom it was transferred or given.
 *
 * @param fromAgentId who had it before; null where nobody did
 */
public record ChatConnected(ConversationView conversation, UUID fromAgentId) {}
