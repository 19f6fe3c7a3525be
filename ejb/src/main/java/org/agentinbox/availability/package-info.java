/**
 * Whether an agent takes chats now, and why: the hours of their week, days off, their own switch, and whether they can be reached.
 *
 * <p>Invariants: no stored value says "available"; availability is always computed by {@link Availability#at} from the hours, the days
 * off, the last switch and the clock. An agent is reachable where an open inbox of theirs gave a sign of life within
 * {@link Presence#REACHABLE_FOR}, so rows that a crashed node left behind do not count, or where another feature's {@link Reachability}
 * says so. What was computed is used again only where the database has just said that it still follows from the same. An agent may have a
 * limit of live chats of their own; what it means for chats is routing's.
 *
 * <p>Events: {@link AvailabilityChanged}, within a second of each change, also of those that time alone brings; to be observed after
 * commit. It observes changes of accounts (account) and of days off (dayoff).
 *
 * <p>Read in this order: {@link Availability}, {@link AvailabilityOverride}, {@link Agent}, {@link AgentSchedules},
 * {@link AvailabilityService}, {@link AvailabilityPublisher}, {@link Presence}, {@link Candidates},
 * {@link KnownAvailability}, {@link AgentLimits}.
 */
package org.agentinbox.availability;
