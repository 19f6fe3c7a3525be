package org.agentinbox.conversation;

import java.util.UUID;

/** A conversation is over. Fired inside the transaction that ended it, for features that have something open on it. */
public record ChatClosed(UUID conversationId) {}
