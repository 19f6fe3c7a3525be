package org.agentinbox.routing;

/** What a step of the story of a request is about. The names are stored and are told to clients. */
public enum StepKind {
    /** By which entry the visitor came in. */
    ENTRY,
    /** Whether the visitor's account has an owner. */
    ACCOUNT,
    /** Whether a custom rule matched. */
    RULE,
    /** Among which agents was chosen. */
    POOL,
    /** Why an agent was chosen or skipped. */
    CANDIDATE,
    /** What became of an offer. */
    OFFER,
    /** How the visitor waited. */
    QUEUE,
    /** What the visitor was told where no agent took the chat. */
    FALLBACK
}
