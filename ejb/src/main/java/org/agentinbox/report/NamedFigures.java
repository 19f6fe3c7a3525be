package org.agentinbox.report;

import java.util.UUID;

/**
 * What an agent did, or the members of a team together.
 *
 * @param id of the agent or the team
 * @param name of the same
 */
public record NamedFigures(UUID id, String name, AgentFigures figures) {}
