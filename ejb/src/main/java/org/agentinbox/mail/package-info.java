/**
 * Emails of all features: queued in the transaction of the act that they are about, sent after it through the outbox.
 *
 * <p>Invariants: an email is sent at least once, always with the same Message-ID; nobody waits for a mail server; what people typed is
 * plain text of bounded length and never reaches a header unchecked; where no sender is configured, no email is queued; {@link Recipients}
 * alone decides which people with an account get an email, in which language and time zone; emails with the same ordering key are sent in
 * the order in which they were queued.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link Mailer}, {@link Email}, {@link Recipients}, {@link Recipient}, {@link QueuedEmail}, {@link EmailSender},
 * {@link PlainText}.
 */
package org.agentinbox.mail;
