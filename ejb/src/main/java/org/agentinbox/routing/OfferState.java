package org.agentinbox.routing;

/** What became of an offer. */
public enum OfferState {
    /** The agent can answer it. */
    PENDING,
    /** The agent has the chat. */
    ACCEPTED,
    /** The agent does not want it. */
    DECLINED,
    /** The agent did not answer in time. */
    LAPSED,
    /** The agent became unavailable, and the next one gets the chat. */
    PASSED_ON,
    /** The visitor left before. */
    ENDED
}
