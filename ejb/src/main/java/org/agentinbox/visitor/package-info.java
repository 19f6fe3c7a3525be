/**
 * Visitors of web sites: who they say they are, what the site and the CRM know of them, and the token by which their browser is recognised.
 *
 * <p>Invariants: what a visitor says of themselves is a claim, marked as unverified; a token gives access only to its own visitor. For
 * agents, a visitor who claims an email address is joined with its record by a link that can be removed: a claim changes nothing in the
 * record, and nothing of the record reaches the visitor. The answer to a claim is the same whether the address is known or not, and texts
 * for a visitor, also emails, contain only what their own browser sent. The record is neither exported nor erased for a visitor who only
 * claims its address (ADR 24). What the site signs takes precedence over a claim; once the site has signed who a visitor is, that does not
 * change.
 *
 * <p>Events: {@link VisitorChanged} and {@link RecordChanged}, inside the transaction. It observes none.
 *
 * <p>Read in this order: {@link Visitor}, {@link VisitorService}, {@link VisitorRecord}, {@link Records}, {@link Visitors},
 * {@link IdentityToken}.
 */
package org.agentinbox.visitor;
