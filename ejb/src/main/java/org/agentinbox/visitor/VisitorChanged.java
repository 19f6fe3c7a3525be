package org.agentinbox.visitor;

/**
 * Somebody learnt something new of a visitor.
 *
 * @param visitor as known now
 */
public record VisitorChanged(VisitorView visitor) {}
