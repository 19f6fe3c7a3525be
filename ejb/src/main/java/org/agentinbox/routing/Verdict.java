package org.agentinbox.routing;

import org.agentinbox.availability.Candidate;

/** Why a candidate was taken or skipped. */
public enum Verdict {
    /** Got the offer. */
    TAKEN,
    /** Is not available. */
    UNAVAILABLE,
    /** Has no open inbox. */
    UNREACHABLE,
    /** Has as many live chats as an agent may have. */
    FULL;

    /**
     * @param agent as of now
     * @param full whether one more chat would be too many for them
     * @return whether they can take one, or why not
     */
    static Verdict of(Candidate agent, boolean full) {
        if (!agent.available()) {
            return UNAVAILABLE;
        }
        if (!agent.reachable()) {
            return UNREACHABLE;
        }
        return full ? FULL : TAKEN;
    }
}
