/**
 * Web Push (RFC 8030, 8291, 8292): notifications in browsers in which no page of ours is open.
 *
 * <p>Invariants: a push message of an offer is queued in the transaction that makes the offer, and sent only while the offer is pending;
 * only the push services that the settings allow are called; the private key for them leaves the database only into memory; a device makes
 * its agent reachable ({@link org.agentinbox.availability.Reachability}); an account that takes no chats has no subscriptions, and neither
 * has a device after its account's password was reset; a push message says what happened, the device has the words.
 *
 * <p>Events: none of its own. It observes offers (routing), messages (conversation), and changes of accounts and passwords (account).
 *
 * <p>Read in this order: {@link PushSubscriptions}, {@link PushSubscription}, {@link PushDispatcher}, {@link PushQueue},
 * {@link PushMessage}, {@link WebPushSender}; then {@link PushEncryption}, {@link VapidKeys}, {@link VapidToken}.
 */
package org.agentinbox.notification.push;
