package org.agentinbox.team;

import java.util.Set;
import java.util.UUID;

/**
 * What a team should be.
 *
 * @param name 1 to 100 characters, unlike that of any other team whatever the case of its letters
 * @param members accounts of agents; may be empty
 * @param leadId one of the members, or null
 */
public record TeamWish(String name, Set<UUID> members, UUID leadId) {}
