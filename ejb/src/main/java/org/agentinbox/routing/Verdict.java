package org.agentinbox.routing;

import org.agentinbox.availability.Candidate;

/** Why a candidate was chosen or skipped. */
public enum Verdict {
    /** The candidate got the offer. */
    TAKEN,
    /** The candidate is not available. */
    UNAVAILABLE,
    /** The candidate has no open inbox and no other way to be reached. */
    UNREACHABLE,
    /** The candidate is at the limit of live chats. */
    FULL,
    /** The candidate was offered this chat before, and did not take it. */
    ASKED_BEFORE;

    /**
     * @param agent as of now
     * @param full whether one more chat would be too many for them
     * @return {@link #TAKEN} where they can take one, or why not
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
