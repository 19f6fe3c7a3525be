package org.agentinbox.dayoff;

/** Whose a day off is. */
public enum DayOffScope {
    /** Everybody's. */
    SITE,
    /** One person's. */
    AGENT,
    /** That of the members of a team, whoever they are then. */
    TEAM
}
