/**
 * What every feature stands on: the clock, the settings, ids, refusals, the rules for texts and addresses, the schema and who owns which
 * table of it ({@link TableOwner}). What waits for a time, for another machine or in a file has packages of its own:
 * {@code platform.deadline}, {@code platform.outbox}, {@code platform.outbound},
 * {@code platform.list}.
 *
 * <p>Invariants: no feature is known here; nothing that matters lives in memory only; every instant comes from the injected
 * {@link java.time.Clock}.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link Settings}, {@link SettingsReader}, {@link Refusal}, {@link RefusedException}, {@link Ids},
 * {@link TextRules}, {@link TableOwner}, {@link GroupCommit}.
 */
package org.agentinbox.platform;
