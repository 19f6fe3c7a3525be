package org.agentinbox.routing;

/** Among which agents routing chooses. The names are stored. */
public enum PoolKind {
    /** The agent who owns the visitor's account. */
    OWNER,
    /** The agent whom the entry names. */
    AGENT,
    /** The members of a team. */
    TEAM,
    /** The agents whom a custom rule names. */
    RULE,
    /** All agents. */
    ALL
}
