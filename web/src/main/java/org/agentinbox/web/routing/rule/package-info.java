/**
 * The page of custom rules. What a rule is and who may change it is in {@code org.agentinbox.routing.rule}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link RulesPage}, {@link RuleForm}, {@link ConditionForm}, {@link RuleWords}, {@link RuleRow}.
 */
package org.agentinbox.web.routing.rule;
