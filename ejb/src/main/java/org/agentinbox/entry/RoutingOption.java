package org.agentinbox.entry;

/** How an entry chooses the agent of a chat. The names are stored. */
public enum RoutingOption {
    /** All agents in turn. */
    ROUND_ROBIN,
    /** One agent; while they cannot take a chat, all agents in turn. */
    AGENT,
    /** The members of a team in turn; while none of them can, all agents. */
    TEAM,
    /** The agents or the team of the first custom rule that matches; where none does or none of them can, all agents in turn. */
    RULES
}
