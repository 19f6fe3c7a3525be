/**
 * How a message gets into the database. This is the path whose speed counts most: it uses statements instead of entities, and no package
 * above it.
 *
 * <p>Invariants: a message that is reported as stored is on disk; the numbers of a conversation's messages rise by one in the order of
 * commits; the same client id is the same message, whichever node answers; two concurrent appends cannot deadlock. A predicted number is
 * proved by the statement that uses it. Call it outside a transaction.
 *
 * <p>Events: none. The caller fires {@code MessageStored} (conversation).
 *
 * <p>Read in this order: {@link MessageLog}, {@link Draft}, {@link AppendResult}, {@link MessageRepository}; then
 * {@link SequencePredictor}, {@link UnconfirmedMessages}.
 */
package org.agentinbox.conversation.append;
