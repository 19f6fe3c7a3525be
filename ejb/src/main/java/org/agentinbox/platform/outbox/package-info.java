/**
 * Messages to other machines: emails, push messages, changes for calendar servers, requests to a summary endpoint.
 *
 * <p>Invariants: a message is sent, at least once, if and only if the transaction that put it commits, and not after it expires; callers do
 * not wait; a machine that does not answer holds up messages of its own kind only; a message with an ordering key waits until the earlier
 * ones of the same key and kind are sent, given up or expired; a message that a node took and did not finish is due again when its lease
 * ends.
 *
 * <p>Events: none of its own. A feature that sends implements {@link OutboxSender} with an {@link OutboxKind}.
 *
 * <p>Read in this order: {@link Outbox}, {@link OutboxMessage}, {@link OutboxSender}; then {@link OutboxWorker}, {@link OutboxDispatcher},
 * {@link OutboxRepository}, {@link OutboxEntry}.
 */
package org.agentinbox.platform.outbox;
