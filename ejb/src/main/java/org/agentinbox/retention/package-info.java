/**
 * How long history is kept: the job {@code history-purge} that removes what is older than the retention, legal holds, and the
 * erasure and the export of what is held about one visitor. Which tables hold history, by which column, and whether an export tells
 * them is said by the packages that own them ({@link org.agentinbox.platform.TableOwner}); conversations, messages, visitors, what is
 * known of persons, and deadlines are known here by name.
 *
 * <p>Invariants: nothing that ended after the cutoff goes, whatever else happens meanwhile; the cutoff of a run never moves, also
 * when it is restarted; nothing of a visitor under a legal hold goes; what a run removed is written down in the transaction that
 * removed it. Messages whose conversation is gone are nobody's any more and go with their partition.
 *
 * <p>Events: none. Other features need not know that something was purged: they look up whether it is still there.
 */
package org.agentinbox.retention;
