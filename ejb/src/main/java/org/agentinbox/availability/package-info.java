/**
 * Whether an agent takes chats now, and why: the hours of their week, their own switch, and whether they can really be reached.
 *
 * <p>Invariants: nothing stored says "available"; it is computed, always by {@link org.agentinbox.availability.Availability#at},
 * from what the agent chose and the clock. Reachable means that an open inbox was heard of within
 * {@link org.agentinbox.availability.Presence#REACHABLE_FOR}, whatever rows a crashed node left behind, or that one of the other ways
 * holds that features bring ({@link org.agentinbox.availability.Reachability}).
 *
 * <p>Events: {@link org.agentinbox.availability.AvailabilityChanged}, within a second of each change, also of those that time
 * alone brings; to be observed after commit.
 */
package org.agentinbox.availability;
