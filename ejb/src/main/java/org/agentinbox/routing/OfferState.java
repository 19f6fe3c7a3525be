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
    /** The agent became unavailable: the next one gets the chat; one that was to be handed on stays where it is. */
    PASSED_ON,
    /** Who wanted to hand the chat on has taken that back. */
    CANCELLED,
    /** The chat was over before. */
    ENDED
}
