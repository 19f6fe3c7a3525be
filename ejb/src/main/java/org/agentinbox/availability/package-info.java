/**
 * Whether an agent takes chats now, and why: the hours of their week, their own switch, and whether they can really be reached.
 *
 * <p>Invariants: nothing stored says "available"; it is computed, always by {@link Availability#at}, from what the agent chose and the
 * clock. Reachable means that an open inbox was heard of within {@link Presence#REACHABLE_FOR}, whatever rows a crashed node left behind,
 * or that one of the other ways holds that features bring ({@link Reachability}).
 *
 * <p>Events: {@link AvailabilityChanged}, within a second of each change, also of those that time alone brings; to be observed after
 * commit. It observes changes of accounts (account).
 *
 * <p>Read in this order: {@link Availability}, {@link AvailabilityOverride}, {@link Agent}, {@link AvailabilityService},
 * {@link AvailabilityPublisher}, {@link Presence}, {@link Candidates}.
 */
package org.agentinbox.availability;
