package org.agentinbox.routing.rule;

/** How many of a rule's conditions must hold. The names are stored. */
public enum RuleMatching {
    /** All of them; a rule without conditions matches every request. */
    ALL,
    /** At least one. */
    ANY
}
