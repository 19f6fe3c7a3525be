package org.agentinbox.web.hint;

import java.util.Set;
import java.util.UUID;

/** Whose sockets a hint is for. It names people by their ids and never a socket, so that each node finds its own sockets. */
public sealed interface Audience {

    /** All pages of a visitor. */
    record Visitor(UUID visitorId) implements Audience {}

    /** All inboxes of an agent. */
    record Agent(UUID agentId) implements Audience {}

    /** The inboxes of an agent that have a conversation open. */
    record AgentViewing(UUID agentId, UUID conversationId) implements Audience {}

    /**
     * The inboxes of other agents that have a conversation open.
     *
     * @param everybody whether all agents may read it; else only sales admins
     * @param except agents who are told in another way
     */
    record OthersViewing(UUID conversationId, boolean everybody, Set<UUID> except) implements Audience {}

    /** The inboxes that watch a chat of another agent, as far as their people may do so at that moment. */
    record Watching(UUID conversationId) implements Audience {}
}
