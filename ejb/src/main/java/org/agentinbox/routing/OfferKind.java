package org.agentinbox.routing;

/** How an offer came about. */
public enum OfferKind {
    /** A visitor asks for a chat, and routing chose the agent. */
    REQUEST,
    /** The agent who has the chat wants to transfer it to an agent of their choice. */
    TRANSFER,
    /** The agent who has the chat lost the connection for too long, and routing chose another one. */
    LOST
}
