/**
 * What visitors did, for the agents who talk with them (ear/src/docs/rules.md#activity-history).
 *
 * <p>Invariants: an activity is recorded in the transaction in which it happens, so that it is stored if and only if the act is; what can
 * happen only once in a conversation is recorded once; agents are shown the past 90 days only, whatever is stored.
 *
 * <p>Events: none of its own. It observes requests, connections, ends and misses of chats (conversation), and meetings (meeting), inside
 * their transactions; these features do not know of it.
 *
 * <p>Read in this order: {@link ActivityType}, {@link ActivityRecorder}, {@link ActivityRepository}, {@link ActivityHistory}.
 */
package org.agentinbox.activity;
