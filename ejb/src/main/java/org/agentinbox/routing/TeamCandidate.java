package org.agentinbox.routing;

import java.util.UUID;

/**
 * A team to which a chat might be given.
 *
 * @param eligible how many of its agents could take the chat now
 */
public record TeamCandidate(UUID id, String name, int eligible) {}
