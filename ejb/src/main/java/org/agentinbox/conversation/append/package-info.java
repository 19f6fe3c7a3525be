/**
 * The path of a message into the database, the one on which speed counts: statements instead of entities, and nothing of what is above.
 *
 * <p>Invariants: what is told to be stored is on disk; the numbers of a conversation's messages rise by one in the order of commits; the
 * same client id is the same message, whoever answers; two who append at the same time cannot wait for each other. A guess about the next
 * number is proved by the statement that is made of it. To be called outside a transaction.
 *
 * <p>Events: none. Who appends fires {@code MessageStored} (conversation).
 *
 * <p>Read in this order: {@link MessageLog}, {@link Draft}, {@link AppendResult}, {@link MessageRepository}; then
 * {@link SequencePredictor}, {@link UnconfirmedMessages}.
 */
package org.agentinbox.conversation.append;
