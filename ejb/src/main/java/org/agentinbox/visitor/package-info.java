/**
 * Visitors of the web sites: who they say they are, what the site and the CRM know of them, and the token by which their browser is known
 * again.
 *
 * <p>Invariants: what a visitor says of themselves is a claim, marked as unverified; a token opens only the visitor it was made for. Who
 * claims an email address is joined for agents with what is known under it, by a link that can be taken away: nothing known is rewritten
 * by a claim, and nothing of it reaches the visitor. The answer to a claim is the same whether the address is known or not, and what is
 * written to a visitor, also by mail, is filled with what that browser brought alone. What is known is neither exported nor erased for one
 * who only claims the address (record of decisions 24). The word of the site, signed, stands over a claim, and once it has said who a
 * visitor is, that stays.
 *
 * <p>Events: {@link VisitorChanged} and {@link RecordChanged}, inside the transaction. It observes none.
 *
 * <p>Read in this order: {@link Visitor}, {@link VisitorService}, {@link VisitorRecord}, {@link Records}, {@link Visitors},
 * {@link IdentityToken}.
 */
package org.agentinbox.visitor;
