/**
 * The page of teams. The rules are in {@code org.agentinbox.team}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link TeamsPage}, {@link TeamForm}, {@link TeamRow}.
 */
package org.agentinbox.web.team;
