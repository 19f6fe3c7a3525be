package org.agentinbox.conversation;

import java.util.List;

/**
 * Messages of a conversation in order.
 *
 * @param chat the conversation they belong to, as it is now
 * @param items at most {@value ConversationReader#SYNC_SIZE}; where the last one is not the conversation's last, ask again
 */
public record MessagePage<C>(C chat, List<MessageView> items) {}
