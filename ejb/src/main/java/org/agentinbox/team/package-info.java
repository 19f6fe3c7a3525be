/**
 * Teams of agents: members and lead.
 *
 * <p>Invariants: the lead is a member; names differ by more than the case of their letters; a team that an entry or a rule names cannot be
 * removed.
 *
 * <p>Events: {@link TeamRemoval}, inside the transaction, for those who name teams.
 *
 * <p>Read in this order: {@link Team}, {@link TeamService}, {@link Teams}.
 */
package org.agentinbox.team;
