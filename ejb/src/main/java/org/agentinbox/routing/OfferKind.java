package org.agentinbox.routing;

/** How an offer came about. */
public enum OfferKind {
    /** A visitor asks for a chat, and routing chose the agent. */
    REQUEST,
    /** The agent who has the chat wants to transfer it to an agent of their choice. */
    TRANSFER
}
