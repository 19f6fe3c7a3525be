/**
 * What is to be sent to machines elsewhere: emails, push messages, changes for calendar servers, questions to a summary endpoint.
 *
 * <p>Invariants: a message is sent if and only if the transaction that put it commits, at least once, and until it expires; nobody who puts
 * one waits; a machine that does not answer holds up messages of its own kind only; of those with the same ordering key and kind the next
 * waits until the one before is sent, given up or expired; a message that a node took and did not finish is due again when its lease ends.
 *
 * <p>Events: none of its own. A feature that sends implements {@link OutboxSender} with an {@link OutboxKind}.
 *
 * <p>Read in this order: {@link Outbox}, {@link OutboxMessage}, {@link OutboxSender}; then {@link OutboxWorker}, {@link OutboxDispatcher},
 * {@link OutboxRepository}, {@link OutboxEntry}.
 */
package org.agentinbox.platform.outbox;
