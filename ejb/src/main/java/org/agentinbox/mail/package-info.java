/**
 * Emails of all features: queued in the transaction that they tell of, sent after it through the outbox.
 *
 * <p>Invariants: an email is sent at least once, always with the same Message-ID; nobody waits for a mail server; what people typed is
 * plain text of bounded length and never reaches a header unchecked; where no sender is set, no email is queued; who works here and gets
 * an email, in which language and with which clock, is asked of {@link Recipients} alone; emails with the same ordering key are sent in
 * the order in which they were queued.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link Mailer}, {@link Email}, {@link Recipients}, {@link Recipient}, {@link QueuedEmail}, {@link EmailSender},
 * {@link PlainText}.
 */
package org.agentinbox.mail;
