/**
 * Tells people what they would miss, or have missed: emails about chats that nobody took, and the list of what an agent missed.
 *
 * <p>Invariants: an email is queued by the very transaction that misses the chat, and sent after it, at least once, with a Message-ID
 * that stays the same; nobody waits for a mail server; what a visitor typed is plain text of bounded length and never reaches a header
 * unchecked; without a sender's address nothing is queued. Reads the tables of other features, never writes them.
 *
 * <p>Events: {@link org.agentinbox.notification.MissedChanged}, to be observed after commit; it observes those of routing and
 * conversation.
 */
package org.agentinbox.notification;
