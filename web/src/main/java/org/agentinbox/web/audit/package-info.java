/**
 * The page of the audit trail, and its file. What is told is {@code org.agentinbox.audit}'s; here it gets words.
 *
 * <p>Invariants: no rules; who may read what is the service's.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link AuditTrailPage}, {@link AuditRow}, {@link ChangeTexts}.
 */
package org.agentinbox.web.audit;
