/**
 * Visitors of the web sites: who they say they are, and the token by which their browser is known again.
 *
 * <p>Invariants: what a visitor says of themselves is a claim, marked as unverified; a token opens only the record it was
 * made for.
 *
 * <p>Events: {@link org.agentinbox.visitor.VisitorChanged} after commit.
 */
package org.agentinbox.visitor;
