package org.agentinbox.team;

import java.util.Set;
import java.util.UUID;

/**
 * A team.
 *
 * @param id never changes
 * @param version rises with each change
 * @param members accounts of agents; those who take no live chats any more are still among them
 * @param leadId one of the members, or null
 */
public record TeamView(UUID id, int version, String name, Set<UUID> members, UUID leadId) {}
