package org.agentinbox.routing;

/** What became of an offer. */
public enum OfferState {
    /** It waits for the agent's answer. */
    PENDING,
    /** The agent has the chat. */
    ACCEPTED,
    /** The agent does not want it. */
    DECLINED,
    /** The agent did not answer in time. */
    LAPSED,
    /** The agent became unavailable or unreachable: a request goes to the next agent, a transfer ends and the chat stays where it is. */
    PASSED_ON,
    /** The agent who wanted to transfer the chat has taken the offer back. */
    CANCELLED,
    /** The chat ended before the offer was answered. */
    ENDED,
    /** A lead or a sales admin gave the chat to somebody before the offer was answered. */
    MOVED
}
