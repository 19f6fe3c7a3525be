/**
 * What every feature uses: the clock, the settings, ids, refusals, the rules for texts and addresses, the schema, and which package owns
 * which table of it ({@link TableOwner}). Deadlines, messages to other machines, calls of them, lists in files, the log of
 * security events and the audit trail have packages of their own: {@code platform.deadline}, {@code platform.outbox},
 * {@code platform.outbound}, {@code platform.list}, {@code platform.securitylog}, {@code platform.audit}.
 *
 * <p>Invariants: no feature is known here; state that must not be lost is in the database; every instant comes from the injected
 * {@link java.time.Clock}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link Settings}, {@link SettingsReader}, {@link Refusal}, {@link RefusedException}, {@link Ids},
 * {@link TextRules}, {@link TableOwner}, {@link GroupCommit}, {@link FailedLoads}.
 */
package org.agentinbox.platform;
