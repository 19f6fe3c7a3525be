package org.agentinbox.routing;

import java.util.UUID;

/** A chat under way whose agent lost the connection. */
public record AgentAbsence(UUID conversationId, UUID visitorId) {}
