package org.agentinbox.web.hint;

import java.util.Set;
import java.util.UUID;

/** Whose sockets a hint is for. Names people by their ids, never a socket: each node finds its own. */
public sealed interface Audience {

    /** All pages of a visitor. */
    record Visitor(UUID visitorId) implements Audience {}

    /** All inboxes of an agent. */
    record Agent(UUID agentId) implements Audience {}

    /** The inboxes of an agent that have a conversation open. */
    record AgentViewing(UUID agentId, UUID conversationId) implements Audience {}

    /**
     * The inboxes of others that have a conversation open.
     *
     * @param everybody whether all agents may read it; else sales admins alone
     * @param except agents who are told otherwise
     */
    record OthersViewing(UUID conversationId, boolean everybody, Set<UUID> except) implements Audience {}
}
