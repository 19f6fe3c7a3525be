package org.agentinbox.team;

import java.util.UUID;

/**
 * A team is about to be removed. Fired in the transaction that removes it: who still needs the team throws a
 * {@link TeamInUseException}.
 */
public record TeamRemoval(UUID teamId) {}
