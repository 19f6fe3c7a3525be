package org.agentinbox.conversation;

import java.util.UUID;

/**
 * A message is on disk.
 *
 * @param agentId null while nobody has accepted the chat
 */
public record MessageStored(MessageView message, UUID visitorId, UUID agentId) {}
