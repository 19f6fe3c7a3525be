package org.agentinbox.routing;

/** What became of a request. */
public enum RequestOutcome {
    /** An agent took the chat. */
    CONNECTED,
    /** Nobody took it. */
    MISSED,
    /** The visitor left before anybody took it. */
    LEFT,
    /** It waits for an agent. */
    WAITING
}
