package org.agentinbox.summary.api;

/** What a statement of a summary is about. */
public enum StatementKind {
    /** What the visitor wants, asks or complains about. */
    WANTS,
    /** What the agent said to it. */
    ANSWERED,
    /** What one side promised or both settled. */
    AGREED,
    /** What waits for an answer. */
    OPEN
}
