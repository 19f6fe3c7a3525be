package org.agentinbox.summary.api;

/** What a statement of a summary is about. */
public enum StatementKind {
    /** What the visitor wants, asks or complains about. */
    WANTS,
    /** What the agent answered. */
    ANSWERED,
    /** What one side promised or both agreed on. */
    AGREED,
    /** A question that waits for an answer. */
    OPEN
}
