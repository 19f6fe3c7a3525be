/**
 * The audit trail: who did what to what, when and from where, with what changed. Every feature records its acts with one call of
 * {@link Audit}; reading is {@code org.agentinbox.audit}'s.
 *
 * <p>Invariants: an entry is written in the transaction of what it tells, so that there is never one without the other; refusals have a
 * transaction of their own, and bounds, so that strangers cannot fill the table. Entries are never changed: triggers of the database see to
 * it, and let only the purge remove those older than the retention. No password, token, key or secret is ever in one, and of visitors,
 * persons and conversations only ids.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link AuditAct}, {@link AuditRecord}, {@link Audit}, {@link AuditChanges}.
 */
package org.agentinbox.platform.audit;
