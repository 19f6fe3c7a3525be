package org.agentinbox.visitor;

/**
 * Something new is known of a visitor.
 *
 * @param visitor as known now
 */
public record VisitorChanged(VisitorView visitor) {}
