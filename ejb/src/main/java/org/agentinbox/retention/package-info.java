/**
 * How long history is kept: the job {@code history-purge}, which removes what is older than the retention, legal holds, and the erasure and
 * the export of what is held about one person or one visitor. The packages that own tables with history declare by which column they age
 * and whether an export contains them ({@link org.agentinbox.platform.TableOwner}); conversations, messages, visitors, records of persons,
 * and deadlines have statements of their own here.
 *
 * <p>Invariants: nothing that ended after the cutoff is removed, whatever else happens meanwhile; the cutoff of a run never moves, also
 * when it is restarted; nothing of a visitor under a legal hold is removed; what a run removed is recorded in the transaction that removed
 * it. Messages whose conversation is gone can no longer be read by anybody, and are removed with their partition.
 *
 * <p>An address that a visitor typed is no proof: an erasure or an export of such a visitor neither contains nor removes anything of the
 * record of that address or of others who claim it, and that of a person covers only visitors for whom the site signed this person. An
 * export contains neither what colleagues write for each other nor more of an active chat than its visitor can read there (ADR 24).
 *
 * <p>Events: {@link org.agentinbox.visitor.RecordChanged} inside the transaction that erases a person, so that visitors who still claim the
 * address are shown and found without the erased data. It observes none: other features check whether what they refer to still exists.
 *
 * <p>Read in this order: {@link PurgeJob}, {@link PurgeBatchlet}, {@link PurgeChunks}, {@link Purge}, {@link PurgeStep}, {@link Deletion},
 * {@link PrivacyService}.
 */
package org.agentinbox.retention;
