/**
 * Custom rules: which requests go to which agents or which team.
 *
 * <p>Invariants: rules are tried in their order, and the first that is on and matches decides; a rule names agents or a team, never nobody;
 * whether it matches depends on {@link RequestFacts} alone.
 *
 * <p>Events: none of its own; it refuses the removal of a team that a rule names.
 *
 * <p>Read in this order: {@link Condition}, {@link RuleWish}, {@link RuleProblem}, {@link RuleService}, {@link Rules}.
 */
package org.agentinbox.routing.rule;
