/**
 * How long history is kept: the job {@code history-purge} that removes what is older than the retention, legal holds, and the erasure and
 * the export of what is held about one person or one visitor. Which tables hold history, by which column, and whether an export tells them
 * is said by the packages that own them ({@link org.agentinbox.platform.TableOwner}); conversations, messages, visitors, what is known of
 * persons, and deadlines are known here by name.
 *
 * <p>Invariants: nothing that ended after the cutoff goes, whatever else happens meanwhile; the cutoff of a run never moves, also when it
 * is restarted; nothing of a visitor under a legal hold goes; what a run removed is written down in the transaction that removed it.
 * Messages whose conversation is gone are nobody's any more and go with their partition.
 *
 * <p>An address that a visitor typed is no proof: an erasure or an export of such a visitor neither tells nor removes anything of the
 * record under that address or of others who claim it, and that of a person covers only visitors whom the site signed for. An export tells
 * neither what colleagues write for each other nor more of a chat under way than its visitor reads there (record of decisions 24).
 *
 * <p>Events: {@link org.agentinbox.visitor.RecordChanged} where a person was erased, inside the transaction: who still claims the address
 * is shown and found without what was known. Else none, and it observes none: other features look up whether what they refer to is still
 * there.
 *
 * <p>Read in this order: {@link PurgeJob}, {@link PurgeBatchlet}, {@link PurgeChunks}, {@link Purge}, {@link PurgeStep}, {@link Deletion},
 * {@link PrivacyService}.
 */
package org.agentinbox.retention;
