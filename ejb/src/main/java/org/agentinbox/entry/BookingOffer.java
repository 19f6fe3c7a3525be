package org.agentinbox.entry;

/** Whose calendar visitors are offered where no agent takes their chat. The names are stored. */
public enum BookingOffer {
    /** None. */
    NONE,
    /** One person's. */
    AGENT,
    /** That of a member of a team, in turn. */
    TEAM,
    /** That of the agent who owns the visitor's account; none where nobody does. */
    OWNER
}
