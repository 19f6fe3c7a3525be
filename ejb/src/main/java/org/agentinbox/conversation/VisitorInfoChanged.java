package org.agentinbox.conversation;

import java.util.UUID;

import org.agentinbox.visitor.VisitorView;

/** Something new is known of the visitor in an active chat. */
public record VisitorInfoChanged(UUID conversationId, UUID agentId, VisitorView visitor) {}
