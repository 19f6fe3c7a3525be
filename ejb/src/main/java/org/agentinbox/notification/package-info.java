/**
 * Tells people what they would miss, or have missed: pushes to browsers whose page is closed, emails about chats that nobody took, and
 * the list of what an agent missed.
 *
 * <p>Invariants: an email or a push of an offer is queued by the very transaction that it tells of, and sent after it, at least once (an
 * email with a Message-ID that stays the same, a push only while it means something); nobody waits for another machine; what a
 * visitor typed is plain text of bounded length and never reaches a header unchecked; without a sender's address no email is queued;
 * only the push services that the settings allow are called; the private key for them leaves the database only into memory; an
 * account that takes no chats has no subscriptions. A device makes its agent reachable ({@link org.agentinbox.availability.Reachability}).
 *
 * <p>Events: {@link org.agentinbox.notification.MissedChanged}, to be observed after commit; it observes those of routing,
 * conversation and account.
 */
package org.agentinbox.notification;
